// SPDX-License-Identifier: GPL-3.0-or-later
// Who this page is about, at the top of every page of one patient. It takes finished texts and never shows a
// blank where something is not known: it says so.
#pragma once

#include <QList>
#include <QWidget>

#include "app/kit/chip.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace simrs {

/// The four allergy states look and read differently; Unavailable is for what a stale or missing cache cannot
/// say.
enum class BannerAllergy { Known, NoneKnown, NotAsked, Unavailable };

struct BannerText {
    QString name;       // as on the identity card
    QString title;      // sapaan: "Ny.", "Tn.", "An."
    QString sex;        // "Perempuan"
    QString age;        // "36 th 6 bln"
    QString birthDate;  // "23 Apr 1990"
    QString mrn;        // No. RM
    QString nik;        // 16 digits, or empty for none; shown masked
    QString payer;      // "JKN (BPJS) · Kelas 2"
    QString visit;      // "RJ · Poli Penyakit Dalam"; may be empty (not shown then)
    BannerAllergy allergy = BannerAllergy::NotAsked;
    QString allergyText;    // Known: what; Unavailable: "as of 10:42"
    QList<ChipText> chips;  // risks and flags
    bool deceased = false;  // hatched ground and the word, not colour alone
};

/// "•••• •••• •••• 0012"; texts of four digits and fewer are wholly masked.
QString maskedNik(const QString& nik);

class PatientBanner final : public QWidget {
    Q_OBJECT
  public:
    explicit PatientBanner(QWidget* parent = nullptr);

    void setPatient(const BannerText& patient);
    const BannerText& patient() const { return m_patient; }
    /// Shows the whole NIK until the next setPatient; the page calls it once the reading has been recorded.
    void revealNik();
    /// With two patients open each window's banner gets an edge of its own chart colour (0–5); −1 for none.
    void setEdge(int colour);
    /// The chip of an allergy state, also for lists.
    static ChipText allergyChip(BannerAllergy state, const QString& text);

  Q_SIGNALS:
    /// The eye beside the NIK was pressed.
    void nikRevealRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    /// A title above `value`, with `extra` beside it; takes both over.
    QLabel* addFact(const QString& title, QLabel* value, QWidget* extra = nullptr);
    void showChips();

    BannerText m_patient;
    QHBoxLayout* m_row;
    QLabel* m_name;
    QLabel* m_person;
    QLabel* m_mrn;
    QLabel* m_nik;
    QLabel* m_payer;
    QLabel* m_visit;
    QWidget* m_visitFact = nullptr;
    QToolButton* m_eye;
    QWidget* m_chips;
    int m_edge = -1;
};

}  // namespace simrs
