// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kit/text_check.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>
#include <QTextDocument>

#include "app/kit/chip.h"
#include "app/kit/data_table.h"
#include "app/kit/label.h"
#include "app/kit/table_delegate.h"
#include "app/kit/theme.h"

namespace simrs {

namespace {

QString nameOf(const QWidget* widget) {
    const QString type =
        QString::fromLatin1(widget->metaObject()->className()).remove(QStringLiteral("simrs::"));
    return widget->objectName().isEmpty() ? type : type + QLatin1Char('#') + widget->objectName();
}

QString pathOf(const QWidget* widget, const QWidget* root) {
    QStringList path;
    for (const QWidget* at = widget; at != nullptr && at != root; at = at->parentWidget())
        path.prepend(nameOf(at));
    return path.join(QLatin1Char('/'));
}

bool isOwnPart(const QWidget* widget) {
    // Parts that Qt builds into its own controls are judged with the control.
    for (const QWidget* at = widget->parentWidget(); at != nullptr; at = at->parentWidget())
        if (qobject_cast<const QComboBox*>(at) != nullptr || qobject_cast<const QLineEdit*>(at) != nullptr)
            return true;
    return false;
}

class Walk {
  public:
    explicit Walk(const QWidget& root) : m_root(root) {}

    QList<TextFinding> run() {
        const auto all = m_root.findChildren<QWidget*>();
        for (const QWidget* widget : all) {
            if (!widget->isVisibleTo(&m_root) || widget->isWindow() || isOwnPart(widget)) continue;
            checkClipping(widget);
            checkName(widget);
            checkSiblings(widget);
        }
        checkSiblings(&m_root);
        checkTabOrder();
        return m_found;
    }

  private:
    void report(TextFault fault, const QWidget* widget, const QString& what) {
        m_found.append({fault, pathOf(widget, &m_root), what});
    }

    void need(const QWidget* widget, const QString& text, int wanted, int given) {
        if (wanted > given && !text.isEmpty())
            report(TextFault::Clipped, widget,
                   QStringLiteral("\"%1\" needs %2 px, has %3").arg(text).arg(wanted).arg(given));
    }

    void checkClipping(const QWidget* widget) {
        if (widget->property("mayElide").toBool()) return;
        // Secondary texts may be shortened; what somebody has to correct may not.
        const bool isError = widget->property("step").toString() == QLatin1String("error");
        if (qobject_cast<const ElidingLabel*>(widget) != nullptr && !isError) return;
        if (const auto* label = qobject_cast<const QLabel*>(widget)) return checkLabel(label);
        if (const auto* chip = qobject_cast<const Chip*>(widget))
            return need(chip, chip->chip().text, chip->sizeHint().width(), chip->width());
        if (const auto* combo = qobject_cast<const QComboBox*>(widget)) return checkCombo(combo);
        if (const auto* header = qobject_cast<const QHeaderView*>(widget)) return checkHeader(header);
        if (const auto* table = qobject_cast<const QTableView*>(widget)) return checkCells(table);
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            if (!button->text().isEmpty())
                need(button, button->text(), button->minimumSizeHint().width(), button->width());
            return;
        }
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            need(tabs, QStringLiteral("tabs"), tabs->sizeHint().width(), tabs->width());
    }

    void checkLabel(const QLabel* label) {
        if (label->text().isEmpty()) return;
        const QRect room = label->contentsRect();
        QString plain = label->text();
        if (label->textFormat() == Qt::RichText) {
            QTextDocument document;
            document.setHtml(plain);
            plain = document.toPlainText();
        }
        if (label->wordWrap()) {
            const QRect used = label->fontMetrics().boundingRect(QRect(0, 0, room.width(), 100000),
                                                                 static_cast<int>(Qt::TextWordWrap), plain);
            need(label, plain, used.width(), room.width() + 1);
            if (used.height() > room.height() + 1)
                report(TextFault::Clipped, label,
                       QStringLiteral("\"%1\" needs %2 px of height, has %3")
                           .arg(plain)
                           .arg(used.height())
                           .arg(room.height()));
            return;
        }
        need(label, plain, label->fontMetrics().horizontalAdvance(plain), room.width());
        if (label->fontMetrics().height() > room.height() + 3)
            report(TextFault::Clipped, label, QStringLiteral("\"%1\" is cut in height").arg(plain));
    }

    void checkCombo(const QComboBox* combo) {
        if (combo->isEditable()) return;
        QStyleOptionComboBox option;
        option.initFrom(combo);
        const QRect room =
            combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo);
        const QString text = combo->currentIndex() < 0 ? combo->placeholderText() : combo->currentText();
        need(combo, text, combo->fontMetrics().horizontalAdvance(text), room.width());
    }

    void checkHeader(const QHeaderView* header) {
        if (header->model() == nullptr || header->orientation() != Qt::Horizontal) return;
        const QFontMetrics metrics(theme().font(TextStep::Small, true));
        for (int column = 0; column < header->count(); ++column) {
            if (header->isSectionHidden(column)) continue;
            const QString title = header->model()->headerData(column, Qt::Horizontal).toString();
            const int room = header->sectionSize(column) - theme().px(TableDelegate::cellPadding) -
                             theme().px(TableDelegate::leftPadding(header->visualIndex(column)));
            need(header, title, metrics.horizontalAdvance(title), room);
        }
    }

    /// Only cells on the screen; the delegate's hint is what their text or chip needs.
    void checkCells(const QTableView* table) {
        const auto* model = table->model();
        if (model == nullptr) return;
        constexpr int looked = 40;
        const auto* planned = qobject_cast<const DataTable*>(table);
        for (int row = 0; row < std::min(model->rowCount(), looked); ++row)
            for (int column = 0; column < model->columnCount(); ++column) {
                const QModelIndex index = model->index(row, column);
                if (planned != nullptr && planned->mayElide(column)) continue;
                if (table->isColumnHidden(column) ||
                    !table->viewport()->rect().intersects(table->visualRect(index)))
                    continue;
                QStyleOptionViewItem option;
                option.font = table->font();
                option.widget = table;
                const QSize hint = table->itemDelegate()->sizeHint(option, index);
                const auto chip = index.data(ChipRole).value<ChipText>();
                need(table, chip.isEmpty() ? index.data().toString() : chip.text, hint.width() - 2,
                     table->columnWidth(column));
            }
    }

    void checkName(const QWidget* widget) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isEnabled() || widget->focusProxy() != nullptr)
            return;
        if (qobject_cast<const QScrollBar*>(widget) != nullptr) return;
        if (widget->objectName() == QLatin1String("qt_scrollarea_viewport")) return;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const auto* label = qobject_cast<const QLabel*>(widget);
        const bool named = !widget->accessibleName().isEmpty() ||
                           (button != nullptr && !button->text().isEmpty()) ||
                           (label != nullptr && !label->text().isEmpty());
        const auto* area = qobject_cast<const QAbstractScrollArea*>(widget);
        const bool plainArea = area != nullptr && QString::fromLatin1(area->metaObject()->className()) ==
                                                      QLatin1String("QScrollArea");
        const bool tabs = qobject_cast<const QTabBar*>(widget) != nullptr;
        if (!named && !plainArea && !tabs) report(TextFault::Nameless, widget, nameOf(widget));
    }

    void checkSiblings(const QWidget* parent) {
        if (parent->layout() == nullptr) return;
        QList<const QWidget*> laid;
        collect(parent->layout(), laid);
        for (qsizetype one = 0; one < laid.size(); ++one)
            for (qsizetype two = one + 1; two < laid.size(); ++two) {
                const QRect shared = laid[one]->geometry().intersected(laid[two]->geometry());
                if (shared.width() > 0 && shared.height() > 0)
                    report(TextFault::Overlapping, laid[one],
                           QStringLiteral("covers %1 px of %2")
                               .arg(shared.width() * shared.height())
                               .arg(nameOf(laid[two])));
            }
    }

    /// Widgets a layout placed; toasts, overlays and popups float on purpose and are in none.
    static void collect(QLayout* layout, QList<const QWidget*>& into) {
        for (int at = 0; at < layout->count(); ++at) {
            QLayoutItem* item = layout->itemAt(at);
            if (item->widget() != nullptr && !item->widget()->isHidden())
                into.append(item->widget());
            else if (item->layout() != nullptr)
                collect(item->layout(), into);
        }
    }

    /// Within one container, the next stop must not lie above the last one, nor left of it in the same line.
    /// Moving on to another container (another column of cards) may start again at its top.
    void checkTabOrder() {
        const QWidget* last = nullptr;
        for (const QWidget* at = m_root.nextInFocusChain(); at != nullptr && at != &m_root;
             at = at->nextInFocusChain()) {
            if (!m_root.isAncestorOf(at) || !at->isVisibleTo(&m_root) || !at->isEnabled() || isOwnPart(at))
                continue;
            if (!(at->focusPolicy() & Qt::TabFocus) || at->focusProxy() != nullptr) continue;
            if (last != nullptr && goesBack(last, at))
                report(TextFault::TabOrder, at,
                       QStringLiteral("comes after %1, which stands below or right of it").arg(nameOf(last)));
            last = at;
        }
    }

    bool goesBack(const QWidget* from, const QWidget* to) const {
        const QWidget* shared = from->parentWidget();
        while (shared != nullptr && !shared->isAncestorOf(to)) shared = shared->parentWidget();
        if (shared == nullptr) return false;
        const QRect a = blockUnder(shared, from);
        const QRect b = blockUnder(shared, to);
        const bool sameLine = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top()) >
                              std::min(a.height(), b.height()) / 2;
        if (sameLine) return b.center().x() < a.center().x();
        const bool apart = b.left() > a.right();  // a column further right may begin higher up
        return b.bottom() <= a.top() && !apart;
    }

    /// The part of `shared` that holds `widget`: children side by side are compared as blocks.
    static QRect blockUnder(const QWidget* shared, const QWidget* widget) {
        while (widget->parentWidget() != shared) widget = widget->parentWidget();
        return widget->geometry();
    }

    const QWidget& m_root;
    QList<TextFinding> m_found;
};

}  // namespace

QString TextFinding::line() const {
    static const QString names[] = {QStringLiteral("clipped"), QStringLiteral("overlapping"),
                                    QStringLiteral("nameless"), QStringLiteral("tab order")};
    return QStringLiteral("%1: %2: %3").arg(names[static_cast<int>(fault)], where, what);
}

QList<TextFinding> checkTexts(const QWidget& root) { return Walk(root).run(); }

}  // namespace simrs
