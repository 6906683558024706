// SPDX-License-Identifier: GPL-3.0-or-later
// Renders pages made of the kit to PNG files, to be looked at: gallery <folder>. Not a test; every name in it
// is made up.
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTextStream>

#include "app/kit/action_bar.h"
#include "app/kit/busy.h"
#include "app/kit/button.h"
#include "app/kit/card.h"
#include "app/kit/choice_field.h"
#include "app/kit/data_table.h"
#include "app/kit/date_field.h"
#include "app/kit/form_grid.h"
#include "app/kit/icon.h"
#include "app/kit/label.h"
#include "app/kit/message_log.h"
#include "app/kit/page_scroll.h"
#include "app/kit/patient_banner.h"
#include "app/kit/question_dialog.h"
#include "app/kit/radio_row.h"
#include "app/kit/search_field.h"
#include "app/kit/text_area.h"
#include "app/kit/text_check.h"
#include "app/kit/text_field.h"
#include "app/kit/theme.h"
#include "app/kit/ticket_preview.h"
#include "app/kit/toast.h"
#include "app/shell/page_frame.h"
#include "app/shell/side_bar.h"
#include "app/shell/top_bar.h"
#include "common/base/clock.h"

using namespace simrs;

namespace {

const QDate today(2026, 5, 5);

QString s(const char* text) { return QString::fromUtf8(text); }

ChoiceField* choice(std::initializer_list<const char*> texts, int chosen) {
    auto* field = new ChoiceField;
    int value = 0;
    for (const char* text : texts) field->addChoice(s(text), value++);
    field->setCurrentIndex(chosen);
    return field;
}

TextField* text(const char* content, TextInput input = TextInput::Free) {
    auto* field = new TextField(input);
    field->setText(s(content));
    return field;
}

QStandardItem* cell(const QString& content) { return new QStandardItem(content); }

QStandardItem* chipCell(const ChipText& chip) {
    auto* item = new QStandardItem;
    item->setData(QVariant::fromValue(chip), ChipRole);
    return item;
}

const ChipText done{ChipKind::Ok, s("Selesai"), {}};
const ChipText serving{ChipKind::Info, s("Dilayani"), s("play")};
const ChipText waiting{ChipKind::Warning, s("Menunggu"), s("hourglass")};
const ChipText cancelled{ChipKind::Neutral, s("Batal"), s("circle-x")};

FormGrid* registrationForm() {
    auto* form = new FormGrid;
    form->addSection(s("Identitas"));
    form->addField(s("nik"), s("NIK"), text("317401630490001", TextInput::Digits), 2, Need::Required);
    form->addField(s("card"), s("No. kartu BPJS"), text("0001234567891", TextInput::Digits), 2);
    form->addField(s("mrn"), s("No. RM"), text("Otomatis saat disimpan"), 2);
    static_cast<TextField*>(form->field(s("mrn")))->setEnabled(false);
    form->addField(s("name"), s("Nama lengkap sesuai KTP"), text("SITI NURHALIZA"), 4, Need::Required);
    form->addField(s("title"), s("Panggilan"), choice({"Tn.", "Ny.", "Nn.", "An."}, 1), 2);
    form->addField(s("born"), s("Tempat lahir"), text("Sleman"), 2);
    auto* birth = new DateField(today, DateSense::Past);
    birth->setDate(QDate(1990, 4, 23));
    form->addField(s("birth"), s("Tanggal lahir"), birth, 2, Need::Required);
    auto* sex = new RadioRow;
    sex->addChoice(s("Laki-laki"), 1);
    sex->addChoice(s("Perempuan"), 2);
    sex->setValue(2);
    form->addField(s("sex"), s("Jenis kelamin"), sex, 2, Need::Required);
    form->addSection(s("Alamat dan kontak"));
    form->addField(s("address"), s("Alamat"), text("Jl. Kaliurang Km 7, Gg. Mawar No. 12"), 4);
    form->addField(s("rt"), s("RT / RW"), text("003 / 012"), 1);
    form->addField(s("post"), s("Kode pos"), text("55283"), 1);
    form->addField(s("area"), s("Kelurahan / desa"), choice({"Sinduharjo, Ngaglik, Sleman"}, 0), 4);
    form->addField(s("phone"), s("Telepon / WhatsApp"), text("0812-3456-7890"), 2);
    form->addSection(s("Kunjungan"));
    form->addField(s("clinic"), s("Poli tujuan"), choice({"Penyakit Dalam", "Anak", "Bedah"}, 0), 2,
                   Need::Required);
    form->addField(s("doctor"), s("Dokter"), choice({"dr. Rina Wulandari, Sp.PD"}, 0), 2);
    form->addField(s("payer"), s("Cara bayar"), choice({"Umum", "JKN (BPJS Kesehatan)"}, -1), 2,
                   Need::Required);
    form->setHint(s("card"), s("Peserta aktif · kelas 2"));
    form->setHint(s("birth"), s("36 th 0 bln"));
    form->setHint(s("doctor"), s("Sisa kuota 4"));
    form->setError(s("nik"), s("NIK harus 16 digit (kurang 1)"));
    return form;
}

DataTable* similarTable(QObject* owner) {
    auto* model = new QStandardItemModel(owner);
    model->setHorizontalHeaderLabels({s("No. RM"), s("Nama"), s("Tgl lahir")});
    model->appendRow({cell(s("00-12-45-67")), cell(s("Siti Nurhaliza")), cell(s("23/04/1990"))});
    model->appendRow({cell(s("00-09-11-02")), cell(s("Siti Nur Halizah")), cell(s("23/04/1990"))});
    auto* table = new DataTable(s("Mungkin pasien lama"));
    table->setModel(model);
    table->setColumns({{108}, {150, 1}, {104}});
    table->setCurrentRow(1);
    return table;
}

DataTable* queueTable(QObject* owner) {
    auto* model = new QStandardItemModel(owner);
    model->setHorizontalHeaderLabels({s("No"), s("Nama"), s("Lama"), s("Status")});
    const struct {
        const char *number, *name, *wait;
        ChipText chip;
    } rows[] = {{"A-014", "Bambang S.", "12", done},
                {"A-015", "Siti N.", "4", serving},
                {"A-016", "Made W.", "18", waiting},
                {"A-017", "Yohanes K.", "9", waiting},
                {"A-018", "Nur Aini", "", cancelled}};
    for (const auto& row : rows) {
        model->appendRow({cell(s(row.number)), cell(s(row.name)), cell(s(row.wait)), chipCell(row.chip)});
        model->item(model->rowCount() - 1, 0)->setData(true, StrongRole);
    }
    auto* table = new DataTable(s("Antrean loket 2"));
    table->setModel(model);
    table->setColumns({{72}, {110, 1}, {64, 0, true}, {128}});
    return table;
}

QWidget* registrationPage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* content = new QHBoxLayout;
    content->setContentsMargins(16, 14, 16, 14);
    content->setSpacing(14);
    auto* form = registrationForm();
    auto* left = new Card;
    left->body()->addWidget(new PageScroll(form));
    content->addWidget(left, 5);
    auto* right = new QVBoxLayout;
    right->setSpacing(14);
    auto* similar = new Card(s("Mungkin pasien lama"), CardBody::Flush);
    similar->setSubtitle(s("Periksa sebelum membuat No. RM baru."));
    similar->setHeaderChip({ChipKind::Warning, s("2 mirip"), {}});
    similar->body()->addWidget(similarTable(page));
    auto* use = new QHBoxLayout;
    use->setContentsMargins(14, 0, 14, 8);
    use->addWidget(makeButton(ButtonKind::Secondary, s("Pakai data ini"), s("user-check")));
    use->addStretch(1);
    similar->body()->addLayout(use);
    auto* queue = new Card(s("Antrean loket 2"), CardBody::Flush);
    queue->addHeaderWidget(makeButton(ButtonKind::Quiet, s("Panggil berikutnya"), s("megaphone")));
    queue->body()->addWidget(queueTable(page));
    right->addWidget(similar, 2);
    right->addWidget(queue, 3);
    content->addLayout(right, 3);
    column->addLayout(content, 1);
    auto* bar = new ActionBar;
    bar->setHints(s("Enter isian berikutnya · F4 pasien baru · Ctrl+S simpan · Ctrl+P cetak"));
    bar->addSecondary(s("Batal"));
    bar->addSecondary(s("Cetak label"), s("printer"));
    bar->setPrimary(s("Simpan dan antrekan"), s("check"), QKeySequence::Save);
    bar->followErrors(form);
    column->addWidget(bar);
    return page;
}

BannerText patientOf() {
    BannerText patient;
    patient.name = s("SITI NURHALIZA");
    patient.title = s("Ny.");
    patient.sex = s("Perempuan");
    patient.age = s("36 th 0 bln");
    patient.birthDate = s("23 Apr 1990");
    patient.mrn = s("00-12-45-67");
    patient.nik = s("3174016304900012");
    patient.payer = s("JKN (BPJS) · Kelas 2");
    patient.allergy = BannerAllergy::Known;
    patient.allergyText = s("Penisilin (berat)");
    patient.chips = {{ChipKind::Warning, s("Risiko jatuh"), {}}};
    return patient;
}

TicketText ticketOf() {
    return {s("RSUD Melati Kota Contoh"),
            s("Poli Penyakit Dalam"),
            s("dr. Rina Wulandari, Sp.PD"),
            s("Sesi pagi · 08:00–12:00"),
            s("A-012"),
            s("Siti N."),
            s("00-12-45-67"),
            s("260505-0031"),
            s("05 Mei 2026 09:14"),
            s("JKN (BPJS Kesehatan)"),
            s("Mohon menunggu di depan Poli Penyakit Dalam. Nomor dipanggil lewat layar."),
            false};
}

QWidget* visitBar() {
    auto* bar = new ActionBar;
    bar->setHints(s("Ctrl+P cetak ulang · Alt+F9 batalkan kunjungan · Esc kembali"));
    bar->addSecondary(s("Batalkan kunjungan"), s("x"));
    bar->setPrimary(s("Cetak nomor antrean"), s("printer"));
    return bar;
}

QWidget* visitPage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* banner = new PatientBanner;
    banner->setPatient(patientOf());
    column->addWidget(banner);
    auto* tabs = new QTabBar;
    for (const char* name : {"Ringkasan", "Kunjungan", "Riwayat"}) tabs->addTab(s(name));
    tabs->setCurrentIndex(1);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(14, 0, 14, 0);
    tabRow->addWidget(tabs);
    tabRow->addStretch(1);
    column->addLayout(tabRow);
    auto* content = new QHBoxLayout;
    content->setContentsMargins(16, 14, 16, 14);
    content->setSpacing(14);
    auto* left = new QVBoxLayout;
    left->setSpacing(14);
    auto* loading = new Card(s("Riwayat kunjungan"), CardBody::Flush);
    auto* table = queueTable(page);
    table->setLoading(true);
    loading->body()->addWidget(table);
    left->addWidget(loading, 1);
    auto* note = new Card(s("Catatan pendaftaran"));
    auto* area = new TextArea(3);
    area->setAccessibleName(s("Catatan"));
    area->setPlainText(s("Pasien datang dengan kursi roda, didampingi suami."));
    note->body()->addWidget(area);
    auto* progress = new InlineProgress;
    note->body()->addWidget(progress);
    auto* chips = new QHBoxLayout;
    for (const auto& chip :
         {done, serving, waiting, cancelled, ChipText{ChipKind::Danger, s("Duplikat NIK"), {}}})
        chips->addWidget(new Chip(chip));
    chips->addStretch(1);
    note->body()->addLayout(chips);
    left->addWidget(note);
    auto* empty = new Card(s("Hasil lab hari ini"), CardBody::Flush);
    auto* model = new QStandardItemModel(page);
    model->setHorizontalHeaderLabels({s("Pemeriksaan"), s("Hasil")});
    auto* results = new DataTable(s("Hasil lab"));
    results->setModel(model);
    results->setColumns({{160, 1}, {100}});
    results->setEmptyText(s("flask"), s("Belum ada hasil"), s("Hasil muncul di sini begitu divalidasi."));
    empty->body()->addWidget(results);
    left->addWidget(empty, 1);
    content->addLayout(left, 3);
    auto* ticket = new Card(s("Nomor antrean"));
    auto* preview = new TicketPreview(TicketWidth::Mm80);
    preview->setTicket(ticketOf());
    ticket->body()->addWidget(preview, 1);
    content->addWidget(ticket, 2);
    column->addLayout(content, 1);
    column->addWidget(visitBar());
    return page;
}

void fillSide(SideBar* side) {
    side->setHospital(s("RSUD Melati"));
    side->setUser(s("Dewi Lestari, A.Md.RMIK"), s("Petugas pendaftaran"));
    side->addEntry(s("home"), s("home"), s("Beranda"));
    side->addEntry(s("register"), s("user-plus"), s("Pendaftaran"), QKeySequence(s("Alt+1")));
    side->addEntry(s("queue"), s("ticket"), s("Antrean"), QKeySequence(s("Alt+2")))->setCount(3);
    side->addEntry(s("schedule"), s("calendar"), s("Jadwal praktik"), QKeySequence(s("Alt+3")));
    side->addGroup(s("Data induk"));
    side->addEntry(s("clinics"), s("building"), s("Poliklinik"));
    side->addEntry(s("doctors"), s("stethoscope"), s("Dokter"));
    side->addEntry(s("payers"), s("wallet"), s("Penjamin"));
    side->addEntry(s("users"), s("users"), s("Pengguna"));
    side->addEntry(s("audit"), s("shield-check"), s("Jejak audit"));
    side->setCurrent(s("register"));
}

QWidget* iconSheet() {
    auto* sheet = new QWidget;
    auto* grid = new QGridLayout(sheet);
    int at = 0;
    const auto files = QDir(s(":/icons")).entryList();
    for (QString file : files) {
        auto* mark = new QLabel;
        const QString name = file.remove(s(".svg"));
        mark->setPixmap(icon(name).pixmap(32));
        grid->addWidget(mark, at / 12 * 2, at % 12, Qt::AlignCenter);
        grid->addWidget(makeLabel(LabelKind::Hint, name), at / 12 * 2 + 1, at % 12, Qt::AlignCenter);
        ++at;
    }
    return sheet;
}

void shoot(QWidget& widget, const QDir& folder, const QString& name, QSize size = {1366, 768}) {
    widget.resize(size);
    widget.show();
    QCoreApplication::processEvents();
    widget.grab().save(folder.filePath(name + s(".png")));
    QTextStream out(stdout);
    for (const TextFinding& finding : checkTexts(widget)) out << name << ": " << finding.line() << '\n';
}

void shootTheme(QApplication& app, const QDir& folder, const Theme& look, const QString& name, double scale,
                QSize size) {
    applyTheme(app, look, scale);
    SystemClock clock;
    MessageLogModel log(clock, s("Asia/Jakarta"));
    {
        PageFrame frame(&log);
        fillSide(frame.sideBar());
        frame.topBar()->setTitle(s("Pendaftaran pasien"));
        frame.topBar()->setLink({LinkState::Offline, s("10:42"), 3});
        frame.stack()->addWidget(registrationPage());
        frame.resize(size);
        frame.show();
        frame.activateWindow();
        QCoreApplication::processEvents();
        for (auto* field : frame.findChildren<TextField*>())
            if (field->text() == s("0001234567891")) field->setFocus();
        shoot(frame, folder, s("registration-") + name, size);
    }
    {
        PageFrame frame(&log);
        fillSide(frame.sideBar());
        frame.topBar()->setTitle(s("Kunjungan"));
        frame.topBar()->setLink({LinkState::Connected, {}, 0});
        frame.stack()->addWidget(visitPage());
        frame.resize(size);
        frame.show();
        QCoreApplication::processEvents();
        frame.toasts()->show(s("Kunjungan disimpan, nomor antrean A-012"));
        shoot(frame, folder, s("visit-") + name, size);
    }
    QuestionDialog dialog({s("Batalkan kunjungan?"),
                           s("Nomor antrean A-012 tidak akan dipanggil lagi. Pasien tetap terdaftar."),
                           s("Batalkan kunjungan"), s("Kembali"), true},
                          nullptr);
    shoot(dialog, folder, s("dialog-") + name, dialog.sizeHint());
    if (scale == 1.0) {
        auto* sheet = iconSheet();
        shoot(*sheet, folder, s("icons-") + name, sheet->sizeHint());
        delete sheet;
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    if (argc != 2) return 2;
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    shootTheme(app, folder, Theme::light(), s("light"), 1.0, {1366, 768});
    shootTheme(app, folder, Theme::night(), s("dark"), 1.0, {1366, 768});
    shootTheme(app, folder, Theme::light(), s("large"), 1.3, {1680, 1000});
    shootTheme(app, folder, Theme::night(), s("large-night"), 1.3, {1366, 768});
    shootTheme(app, folder, Theme::light(), s("narrow"), 1.0, {1200, 720});
    for (const auto width : {TicketWidth::Mm58, TicketWidth::Mm80}) {
        QFile pdf(folder.filePath(width == TicketWidth::Mm58 ? s("ticket58.pdf") : s("ticket80.pdf")));
        TicketText ticket = ticketOf();
        ticket.reprint = width == TicketWidth::Mm58;
        if (!pdf.open(QIODevice::WriteOnly) || !writeTicketPdf(pdf, ticket, width)) return 1;
    }
    return 0;
}
