// SPDX-License-Identifier: GPL-3.0-or-later
// A line of text that proposes what it may mean while one types. Whatever is typed may stay: a proposal is
// only taken when it is chosen.
#pragma once

#include <QCompleter>
#include <QStandardItemModel>
#include <QTimer>
#include <QVariant>
#include <functional>

#include "app/kit/text_field.h"

namespace simrs {

struct Suggestion {
    QString text;
    QVariant value;
};

class SuggestField final : public TextField {
    Q_OBJECT
  public:
    using Source = std::function<QList<Suggestion>(const QString& typed)>;

    explicit SuggestField(QWidget* parent = nullptr);

    /// Asked a moment after the last key; must answer at once.
    void setSource(Source source) { m_source = std::move(source); }

  Q_SIGNALS:
    /// Enter, Tab or a click on a proposal; its text stands in the field.
    void chosen(const QVariant& value);

  private:
    void propose();

    static constexpr int kPauseMs = 80;
    static constexpr int kValueRole = Qt::UserRole + 1;

    Source m_source;
    QStandardItemModel m_model;
    QCompleter m_completer;
    QTimer m_pause;
};

}  // namespace simrs
