// SPDX-License-Identifier: GPL-3.0-or-later
// A status in words: icon, word and shape together, so that nothing rests on colour alone.
#pragma once

#include <QColor>
#include <QMetaType>
#include <QString>
#include <QWidget>

class QPainter;

namespace simrs {

/// Danger is the only filled one, so that it differs from Warning without colour.
enum class ChipKind { Ok, Info, Warning, Danger, Neutral };

/// What a chip says. `icon` empty means the usual icon of its kind; `progress`-like states name their own
/// ("play" for being served, "hourglass" for waiting, "circle-x" with Neutral for cancelled).
struct ChipText {
    ChipKind kind = ChipKind::Neutral;
    QString text;
    QString icon;

    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const ChipText&) const = default;
};

/// The soft ground of a kind and the colour of what stands or runs on it; chips fill Danger instead.
struct ToneColours {
    QColor ground, ink;
};
ToneColours softColours(ChipKind kind);

QString chipIcon(const ChipText& chip);
/// The size the chip wants with this font; height 22 at scale 1.
QSize chipSize(const ChipText& chip, const QFont& font);
/// Paints the chip with both ends round; a rectangle narrower than chipSize elides the word.
void paintChip(QPainter& painter, const QRect& rect, const ChipText& chip, const QFont& font);

class Chip final : public QWidget {
    Q_OBJECT
  public:
    explicit Chip(ChipText chip = {}, QWidget* parent = nullptr);

    void setChip(const ChipText& chip);
    const ChipText& chip() const { return m_chip; }
    /// A chip that can be pressed takes focus by Tab and shows a ring and a pointing hand.
    void setClickable(bool clickable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  Q_SIGNALS:
    void clicked();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    ChipText m_chip;
    bool m_clickable = false;
};

}  // namespace simrs

Q_DECLARE_METATYPE(simrs::ChipText)
