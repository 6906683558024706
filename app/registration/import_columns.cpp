// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/import_columns.h"

#include <QRegularExpression>

namespace simrs {

const QList<ImportColumn>& importColumns() {
    static const QList<ImportColumn> columns = [] {
        const auto names = [](const char* list) {
            return QString::fromLatin1(list).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        const auto column = [&](const char* key, bool required, const char* list) {
            return ImportColumn{QString::fromLatin1(key), required, names(list)};
        };
        return QList<ImportColumn>{
            column("number", false,
                   "norm norekammedis norekammedik nomorrm nomorrekammedis nocm mrn medrec "
                   "norkmmedis nopasien"),
            column("name", true, "nama namapasien namalengkap nmpasien pasien fullname patientname"),
            column("sapaan", false, "panggilan gelar sebutan"),
            column("sex", true, "jk jeniskelamin kelamin lp gender sexe"),
            column("birth_date", false, "tgllahir tanggallahir tgllhr tanggallhr dob birthdate lahir"),
            column("birth_estimated", false, "perkiraan tgllahirperkiraan lahirperkiraan"),
            column("age", false, "umur usia age"),
            column("nik", false, "noktp nomorktp ktp nomorindukkependudukan noidentitas"),
            column("card", false, "nokartu nobpjs nokartubpjs nopeserta nojkn bpjs nomorkartubpjs kartubpjs"),
            column("phone", false, "nohp hp notelp telepon telp notlp nohandphone telpon phonenumber"),
            column("address", false, "alamat alamatktp alamatpasien jalan street"),
            column("rt", false, "nort"),
            column("rw", false, "norw"),
            column("area_code", false, "kodewilayah kodekelurahan kodedesa kdkel kodekemendagri"),
            column("area", false, "kelurahan desa kel wilayah kelurahandesa desakelurahan"),
            column("postcode", false, "kodepos kdpos zip"),
            column("country", false, "negara kewarganegaraan warganegara wn"),
            column("birth_place", false, "tmplahir tempatlahir tptlahir kotalahir"),
            column("mother_name", false, "namaibu nmibu ibu ibukandung namaibukandung"),
            column("family_card", false, "nokk nomorkk kk kartukeluarga nokartukeluarga"),
            column("religion", false, "agama"),
            column("marital_status", false,
                   "stsnikah statusnikah statuskawin statusperkawinan kawin "
                   "statuspernikahan"),
            column("education", false, "pendidikan pnd pendidikanterakhir"),
            column("occupation", false, "pekerjaan kerja"),
            column("ethnicity", false, "suku sukubangsa"),
            column("contact_name", false, "penanggungjawab namakeluarga namapj pj keluarga"),
            column("contact_phone", false, "nohppj telppj nohppenanggungjawab telpkeluarga"),
            column("note", false, "catatan keterangan"),
        };
    }();
    return columns;
}

QString foldedHeader(const QString& title) {
    static const QRegularExpression brackets(QStringLiteral("\\([^)]*\\)|\\[[^\\]]*\\]"));
    QString plain = title.left(100);
    plain.remove(brackets);
    QString folded;
    for (const QChar c : plain.toLower())
        if (c.isLetterOrNumber()) folded += c;
    return folded;
}

QStringList guessedColumns(const QStringList& header) {
    QStringList keys(header.size());
    QStringList given;
    const auto give = [&](auto fits) {
        for (const ImportColumn& column : importColumns()) {
            if (given.contains(column.key)) continue;
            for (qsizetype at = 0; at < header.size(); ++at) {
                if (!keys.at(at).isEmpty() || !fits(column, foldedHeader(header.at(at)))) continue;
                keys[at] = column.key;
                given.append(column.key);
                break;
            }
        }
    };
    give([](const ImportColumn& column, const QString& title) { return title == foldedHeader(column.key); });
    give([](const ImportColumn& column, const QString& title) { return column.names.contains(title); });
    return keys;
}

}  // namespace simrs
