// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/text_area.h"

#include <QTextDocument>

#include "app/kit/theme.h"

namespace simrs {

TextArea::TextArea(int lines, QWidget* parent) : QPlainTextEdit(parent), m_lines(lines) {
    setTabChangesFocus(true);
    document()->setDocumentMargin(6);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TextArea::sizeHint() const { return {theme().px(240), fontMetrics().lineSpacing() * m_lines + 18}; }

}  // namespace simrs
