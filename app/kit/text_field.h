// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text. Keeps what was typed exactly; cleaning and checking is the form's business, when it is
// left.
#pragma once

#include <QLineEdit>

namespace simrs {

/// What may be typed; the field never refuses pasted separators, it only drops them in digits().
enum class TextInput { Free, Digits, Password };

class TextField : public QLineEdit {
    Q_OBJECT
  public:
    explicit TextField(TextInput input = TextInput::Free, QWidget* parent = nullptr);

    /// Longer texts than any field takes can be typed or pasted where they are refused in words.
    static constexpr int kMostTyped = 20'000;

    /// The longest content in characters; longer pasted text is cut. Digits count without separators.
    void setLongest(int characters);
    /// The longest content that a form takes; longer text stays as it was typed, and FormGrid says so.
    void setAtMost(int characters);
    int atMost() const { return m_atMost; }
    bool isTooLong() const;
    /// Only the digits of the text ("3174-0123" → "31740123").
    QString digits() const;
    QSize sizeHint() const override;

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    TextInput m_input;
    int m_atMost = kMostTyped;
};

}  // namespace simrs
