<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="en_GB">
<context>
    <name>CounterPaper</name>
    <message>
        <source>Counter number %1</source>
        <translation>Nomor antrean loket %1</translation>
    </message>
    <message>
        <source>You are the next</source>
        <translation>Anda berikutnya</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) before you</source>
        <translation>
            <numerusform>%n orang menunggu sebelum Anda</numerusform>
        </translation>
    </message>
    <message>
        <source>COUNTER QUEUE</source>
        <translation>ANTREAN LOKET</translation>
    </message>
    <message>
        <source>Wait until the number is called to a counter. The clinic&apos;s number is given there.</source>
        <translation>Tunggu sampai nomor ini dipanggil ke loket. Nomor antrean poli diberikan di loket.</translation>
    </message>
</context>
<context>
    <name>CounterWords</name>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Dipanggil</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Di loket</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Dilayani</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>Tidak hadir</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <translation>kurang dari 1 mnt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 mnt</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 jam %2 mnt</translation>
    </message>
</context>
<context>
    <name>DateText</name>
    <message>
        <source>Jan</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>Mar</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mei</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Agu</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Des</translation>
    </message>
    <message>
        <source>%1 y %2 mo</source>
        <translation>%1 th %2 bln</translation>
    </message>
    <message>
        <source>%1 mo %2 d</source>
        <translation>%1 bln %2 hr</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 hr</translation>
    </message>
</context>
<context>
    <name>DeskWords</name>
    <message>
        <source>Male</source>
        <translation>Laki-laki</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Perempuan</translation>
    </message>
    <message>
        <source>Cannot be determined</source>
        <translation>Tidak dapat ditentukan</translation>
    </message>
    <message>
        <source>Sex not known</source>
        <translation>Jenis kelamin belum diketahui</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no form of address</comment>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Has a NIK</source>
        <translation>Punya NIK</translation>
    </message>
    <message>
        <source>Not issued yet</source>
        <translation>Belum terbit</translation>
    </message>
    <message>
        <source>Foreigner</source>
        <translation>Warga negara asing</translation>
    </message>
    <message>
        <source>Newborn</source>
        <translation>Bayi baru lahir</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Tidak diketahui</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Belum ditanyakan</translation>
    </message>
    <message>
        <source>None known</source>
        <translation>Tidak ada alergi</translation>
    </message>
    <message>
        <source>Has allergies</source>
        <translation>Ada alergi</translation>
    </message>
    <message>
        <source>Outpatient</source>
        <translation>Rawat jalan</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>IGD</translation>
    </message>
    <message>
        <source>Inpatient</source>
        <translation>Rawat inap</translation>
    </message>
    <message>
        <source>Support services only</source>
        <translation>Penunjang saja</translation>
    </message>
    <message>
        <source>Medical check-up</source>
        <translation>Medical check-up (MCU)</translation>
    </message>
    <message>
        <source>On their own</source>
        <translation>Datang sendiri</translation>
    </message>
    <message>
        <source>Primary care</source>
        <translation>Rujukan FKTP</translation>
    </message>
    <message>
        <source>Another hospital</source>
        <translation>Rujukan rumah sakit lain</translation>
    </message>
    <message>
        <source>Midwife</source>
        <translation>Rujukan bidan</translation>
    </message>
    <message>
        <source>Internal referral</source>
        <translation>Konsul antarpoli</translation>
    </message>
    <message>
        <source>Control visit</source>
        <translation>Kontrol</translation>
    </message>
    <message>
        <source>Control after inpatient stay</source>
        <translation>Kontrol pascarawat inap</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Polisi</translation>
    </message>
    <message>
        <source>Ambulance 119</source>
        <translation>Ambulans 119</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Pagi</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Sore</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Terdaftar</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>No. RM</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>card number</source>
        <translation>nomor kartu</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>nomor telepon</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nama</translation>
    </message>
    <message>
        <source>beginning of name</source>
        <translation>awal nama</translation>
    </message>
    <message>
        <source>name sounds alike</source>
        <translation>bunyi nama mirip</translation>
    </message>
    <message>
        <source>name, one letter off</source>
        <translation>nama, beda satu huruf</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>tanggal lahir</translation>
    </message>
    <message>
        <source>birth year</source>
        <translation>tahun lahir</translation>
    </message>
    <message>
        <source>Check: the NIK holds no birth date (%1)</source>
        <translation>Periksa: NIK tidak memuat tanggal lahir (%1)</translation>
    </message>
    <message>
        <source>Check: a NIK rarely ends in 0000</source>
        <translation>Periksa: NIK jarang berakhir 0000</translation>
    </message>
    <message>
        <source>Check: there is no province %1</source>
        <translation>Periksa: tidak ada provinsi %1</translation>
    </message>
    <message>
        <source>Check: by the NIK born %1</source>
        <translation>Periksa: menurut NIK lahir %1</translation>
    </message>
    <message>
        <source>Check: the NIK says another sex</source>
        <translation>Periksa: jenis kelamin di NIK lain</translation>
    </message>
    <message>
        <source>Check: %1 years old</source>
        <translation>Periksa: umur %1 tahun</translation>
    </message>
    <message>
        <source>Check: the name is one letter</source>
        <translation>Periksa: nama hanya satu huruf</translation>
    </message>
    <message>
        <source>Check: “%1” looks like a title</source>
        <translation>Periksa: “%1” tampak seperti gelar</translation>
    </message>
    <message>
        <source>M</source>
        <comment>male</comment>
        <translation>L</translation>
    </message>
    <message>
        <source>F</source>
        <comment>female</comment>
        <translation>P</translation>
    </message>
    <message>
        <source>number on a paper</source>
        <translation>nomor pada kertas</translation>
    </message>
    <message>
        <source>same NIK</source>
        <translation>NIK sama</translation>
    </message>
    <message>
        <source>NIK but for a digit</source>
        <translation>NIK beda satu angka</translation>
    </message>
    <message>
        <source>same BPJS card</source>
        <translation>kartu BPJS sama</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>telepon sama</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>nama sama</translation>
    </message>
    <message>
        <source>name but for a letter</source>
        <translation>nama beda huruf</translation>
    </message>
    <message>
        <source>part of the name</source>
        <translation>sebagian nama</translation>
    </message>
    <message>
        <source>same birth date</source>
        <translation>tanggal lahir sama</translation>
    </message>
    <message>
        <source>nearly the birth date</source>
        <translation>tanggal lahir mirip</translation>
    </message>
    <message>
        <source>same birth year</source>
        <translation>tahun lahir sama</translation>
    </message>
    <message>
        <source>same mother</source>
        <translation>ibu sama</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>alamat sama</translation>
    </message>
    <message>
        <source>other NIK</source>
        <translation>NIK lain</translation>
    </message>
    <message>
        <source>other BPJS card</source>
        <translation>kartu BPJS lain</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>nama lain</translation>
    </message>
    <message>
        <source>other birth date</source>
        <translation>tanggal lahir lain</translation>
    </message>
    <message>
        <source>other sex</source>
        <translation>jenis kelamin lain</translation>
    </message>
    <message>
        <source>other mother</source>
        <translation>ibu lain</translation>
    </message>
    <message>
        <source>village</source>
        <translation>desa/kelurahan</translation>
    </message>
</context>
<context>
    <name>EntityField</name>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Something went wrong. Try again; if it happens again, call IT.</source>
        <translation>Terjadi kesalahan. Coba lagi; bila terulang, hubungi tim IT.</translation>
    </message>
    <message>
        <source>SIMRS is already open with this profile. Close the other window first.</source>
        <translation>SIMRS sudah terbuka dengan profil ini. Tutup dulu jendela yang lain.</translation>
    </message>
    <message>
        <source>“%1” cannot be written. Is the disk full or protected? Call IT.</source>
        <translation>“%1” tidak dapat ditulis. Mungkin disk penuh atau terkunci. Hubungi tim IT.</translation>
    </message>
    <message>
        <source>A file of this computer cannot be written. Is the disk full or protected? Call IT.</source>
        <translation>Berkas di komputer ini tidak dapat ditulis. Mungkin disk penuh atau terkunci. Hubungi tim IT.</translation>
    </message>
    <message>
        <source>The program made a mistake. Try again; if it happens again, call IT.</source>
        <translation>Program membuat kesalahan. Coba lagi; bila terulang, hubungi tim IT.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be read. The program may need an update: call IT.</source>
        <translation>Jawaban server tidak dapat dibaca. Program mungkin perlu diperbarui: hubungi tim IT.</translation>
    </message>
    <message>
        <source>This is too much at once. Narrow it down, or save in smaller parts.</source>
        <translation>Terlalu banyak sekaligus. Persempit, atau simpan sebagian demi sebagian.</translation>
    </message>
    <message>
        <source>The server did not expect this now. Sign out and in again.</source>
        <translation>Server tidak menduga permintaan ini sekarang. Keluar akun lalu masuk lagi.</translation>
    </message>
    <message>
        <source>The server does not know this action. Server and program have different versions: call IT.</source>
        <translation>Server tidak mengenal tindakan ini. Versi server dan program berbeda: hubungi tim IT.</translation>
    </message>
    <message>
        <source>This program is too old or too new for the server. Call IT for the right version.</source>
        <translation>Program ini terlalu lama atau terlalu baru untuk server. Minta versi yang sesuai kepada tim IT.</translation>
    </message>
    <message>
        <source>The server is very busy. Try again in a moment.</source>
        <translation>Server sedang sangat sibuk. Coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>The server cannot reach its database. Nothing was saved; try again in a moment.</source>
        <translation>Server tidak dapat mencapai basis datanya. Belum ada yang disimpan; coba lagi sebentar lagi.</translation>
    </message>
    <message>
        <source>This does not fit what is already stored. Nothing was saved; load the page again.</source>
        <translation>Ini tidak cocok dengan data yang sudah ada. Belum ada yang disimpan; muat ulang halaman.</translation>
    </message>
    <message>
        <source>No answer yet. Check the connection at the top right, then try again.</source>
        <translation>Belum ada jawaban. Periksa sambungan di kanan atas, lalu coba lagi.</translation>
    </message>
    <message>
        <source>There is no connection to the server. What you typed is kept; try again when connected.</source>
        <translation>Tidak ada sambungan ke server. Isian Anda tetap ada; coba lagi setelah terhubung.</translation>
    </message>
    <message>
        <source>Another server answers at this address. Nothing was sent. Call IT before you go on.</source>
        <translation>Server lain yang menjawab di alamat ini. Tidak ada yang dikirim. Hubungi tim IT sebelum melanjutkan.</translation>
    </message>
    <message>
        <source>The setting “%1” cannot be used. Correct it in the settings.</source>
        <translation>Pengaturan “%1” tidak dapat dipakai. Perbaiki di halaman Pengaturan.</translation>
    </message>
    <message>
        <source>A setting cannot be used. Correct it in the settings.</source>
        <translation>Ada pengaturan yang tidak dapat dipakai. Perbaiki di halaman Pengaturan.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read. Call IT.</source>
        <translation>Berkas “%1” tidak dapat dibaca. Hubungi tim IT.</translation>
    </message>
    <message>
        <source>A file cannot be read. Call IT.</source>
        <translation>Ada berkas yang tidak dapat dibaca. Hubungi tim IT.</translation>
    </message>
    <message>
        <source>Server and computer disagree about what was sent last. Open the list of pending changes.</source>
        <translation>Catatan pengiriman terakhir di server dan komputer ini berbeda. Buka daftar perubahan menunggu.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong. Set date and time, then try again.</source>
        <translation>Jam komputer ini salah. Betulkan tanggal dan jam, lalu coba lagi.</translation>
    </message>
    <message>
        <source>User name or password is wrong. Check Caps Lock and type the password again.</source>
        <translation>Nama pengguna atau kata sandi salah. Periksa Caps Lock, lalu ketik ulang kata sandi.</translation>
    </message>
    <message>
        <source>Too many failed attempts. Wait %1 seconds, then try again.</source>
        <translation>Terlalu banyak percobaan gagal. Tunggu %1 detik, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Too many failed attempts. Wait a minute, then try again.</source>
        <translation>Terlalu banyak percobaan gagal. Tunggu satu menit, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again; what you typed is kept.</source>
        <translation>Sesi Anda sudah berakhir. Masuk lagi; isian Anda tetap ada.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask the head of registration or the administrator.</source>
        <translation>Peran Anda tidak mengizinkan ini. Mintalah kepada kepala pendaftaran atau administrator.</translation>
    </message>
    <message>
        <source>Choose a new password first.</source>
        <translation>Buat dulu kata sandi baru.</translation>
    </message>
    <message>
        <source>The new password needs at least %1 characters.</source>
        <translation>Kata sandi baru sedikitnya %1 karakter.</translation>
    </message>
    <message>
        <source>The new password is too short.</source>
        <translation>Kata sandi baru terlalu pendek.</translation>
    </message>
    <message>
        <source>This password is easy to guess, or the same as before. Choose another, such as three words.</source>
        <translation>Kata sandi ini mudah ditebak atau sama dengan yang lama. Buat yang lain, misalnya tiga kata.</translation>
    </message>
    <message>
        <source>The server does not accept this computer. Call IT to admit it again.</source>
        <translation>Server tidak menerima komputer ini. Minta tim IT mendaftarkannya lagi.</translation>
    </message>
    <message>
        <source>This computer has been taken out of use. What was saved on it is still sent. Call IT.</source>
        <translation>Komputer ini tidak dipakai lagi. Yang sudah disimpan di sini tetap dikirim. Hubungi tim IT.</translation>
    </message>
    <message>
        <source>This computer has been taken out of use and its copies are erased. What was saved on it is still sent. Call IT.</source>
        <translation>Komputer ini tidak dipakai lagi dan salinan datanya dihapus. Yang sudah disimpan di sini tetap dikirim. Hubungi tim IT.</translation>
    </message>
    <message>
        <source>There is no unit “%1”.</source>
        <translation>Tidak ada unit “%1”.</translation>
    </message>
    <message>
        <source>There is no such unit.</source>
        <translation>Unit itu tidak ada.</translation>
    </message>
    <message>
        <source>A newer version of SIMRS has written this. Nothing is lost. Call IT for that version.</source>
        <translation>Data ini ditulis oleh SIMRS versi yang lebih baru. Tidak ada yang hilang. Hubungi tim IT untuk versi itu.</translation>
    </message>
    <message>
        <source>This account is disabled. Ask the administrator.</source>
        <translation>Akun ini dinonaktifkan. Tanyakan kepada administrator.</translation>
    </message>
    <message>
        <source>The user name “%1” is taken. Choose another.</source>
        <translation>Nama pengguna “%1” sudah dipakai. Pilih yang lain.</translation>
    </message>
    <message>
        <source>This user name is taken. Choose another.</source>
        <translation>Nama pengguna ini sudah dipakai. Pilih yang lain.</translation>
    </message>
    <message>
        <source>There is no user “%1”.</source>
        <translation>Tidak ada pengguna “%1”.</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>Pengguna itu tidak ada.</translation>
    </message>
    <message>
        <source>You have never signed in on this computer. Sign in once while it is connected.</source>
        <translation>Anda belum pernah masuk di komputer ini. Masuklah sekali saat komputer terhubung.</translation>
    </message>
    <message>
        <source>Fill in this field.</source>
        <translation>Isi kolom ini.</translation>
    </message>
    <message>
        <source>Fill in: %1</source>
        <translation>Isi: %1</translation>
    </message>
    <message>
        <source>%1: too long. Shorten it.</source>
        <translation>%1: terlalu panjang. Persingkat.</translation>
    </message>
    <message>
        <source>%1: at most %2 characters</source>
        <translation>%1: paling banyak %2 karakter</translation>
    </message>
    <message>
        <source>This holds characters that are not allowed.</source>
        <translation>Ada karakter yang tidak diperbolehkan.</translation>
    </message>
    <message>
        <source>%1: cannot be stored like this. Check the characters.</source>
        <translation>%1: tidak dapat disimpan seperti ini. Periksa karakternya.</translation>
    </message>
    <message>
        <source>This value is out of range.</source>
        <translation>Nilai ini di luar batas.</translation>
    </message>
    <message>
        <source>%1: out of range</source>
        <translation>%1: di luar batas</translation>
    </message>
    <message>
        <source>NIK must have 16 digits</source>
        <translation>NIK harus 16 digit</translation>
    </message>
    <message numerus="yes">
        <source>NIK must have 16 digits (%n missing)</source>
        <translation>
            <numerusform>NIK harus 16 digit (kurang %n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>NIK must have 16 digits (%n too many)</source>
        <translation>
            <numerusform>NIK harus 16 digit (lebih %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>The card number must have 13 digits</source>
        <translation>Nomor kartu harus 13 digit</translation>
    </message>
    <message numerus="yes">
        <source>Card: 13 digits (%n missing)</source>
        <translation>
            <numerusform>Kartu: 13 digit (kurang %n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Card: 13 digits (%n too many)</source>
        <translation>
            <numerusform>Kartu: 13 digit (lebih %n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Load it again and compare.</source>
        <translation>Sementara itu orang lain mengubahnya. Muat ulang dan bandingkan.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile: %1. Load it again and compare.</source>
        <translation>Sementara itu orang lain mengubah: %1. Muat ulang dan bandingkan.</translation>
    </message>
    <message>
        <source>This NIK cannot be right: only digits, and not all the same</source>
        <translation>NIK ini tidak mungkin benar: hanya angka, dan tidak semuanya sama</translation>
    </message>
    <message>
        <source>Type the NIK or choose why not</source>
        <translation>Isi NIK atau alasannya</translation>
    </message>
    <message>
        <source>Another patient already has this NIK. Open that file instead.</source>
        <translation>Pasien lain sudah memakai NIK ini. Buka berkas pasien itu.</translation>
    </message>
    <message>
        <source>Patient with MRN %1 already has this NIK. Open that file instead.</source>
        <translation>Pasien No. RM %1 sudah memakai NIK ini. Buka berkas pasien itu.</translation>
    </message>
    <message>
        <source>The birth date is in the future</source>
        <translation>Tanggal lahir di masa depan</translation>
    </message>
    <message>
        <source>The birth date is too far back. Check the year.</source>
        <translation>Tanggal lahir terlalu lampau. Periksa tahunnya.</translation>
    </message>
    <message>
        <source>Type the birth date or the age</source>
        <translation>Ketik tanggal lahir atau umur</translation>
    </message>
    <message>
        <source>Phone: 9 to 14 digits beginning with 0, or + and the country code</source>
        <translation>Telepon: 9–14 digit diawali 0, atau + dan kode negara</translation>
    </message>
    <message>
        <source>This patient is not known to the server. Search again.</source>
        <translation>Pasien ini tidak dikenal server. Cari lagi.</translation>
    </message>
    <message>
        <source>This visit is not known to the server. Load the list again.</source>
        <translation>Kunjungan ini tidak dikenal server. Muat ulang daftar.</translation>
    </message>
    <message>
        <source>Choose a clinic</source>
        <translation>Pilih poliklinik</translation>
    </message>
    <message>
        <source>%1 is closed. Choose another clinic.</source>
        <translation>%1 tutup. Pilih poliklinik lain.</translation>
    </message>
    <message>
        <source>The clinic is closed. Choose another.</source>
        <translation>Poliklinik tutup. Pilih yang lain.</translation>
    </message>
    <message>
        <source>Choose a doctor</source>
        <translation>Pilih dokter</translation>
    </message>
    <message>
        <source>%1 does not practise now. Choose another doctor.</source>
        <translation>%1 sedang tidak praktik. Pilih dokter lain.</translation>
    </message>
    <message>
        <source>The doctor does not practise now. Choose another.</source>
        <translation>Dokter ini sedang tidak praktik. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The doctor does not practise in this clinic. Choose another.</source>
        <translation>Dokter ini tidak praktik di poliklinik ini. Pilih yang lain.</translation>
    </message>
    <message>
        <source>%1 does not practise in %2. Choose another doctor.</source>
        <translation>%1 tidak praktik di %2. Pilih dokter lain.</translation>
    </message>
    <message>
        <source>Choose a payer</source>
        <translation>Pilih penjamin</translation>
    </message>
    <message>
        <source>%1 is no longer used. Choose another payer.</source>
        <translation>%1 tidak dipakai lagi. Pilih penjamin lain.</translation>
    </message>
    <message>
        <source>This payer is no longer used. Choose another.</source>
        <translation>Penjamin ini tidak dipakai lagi. Pilih yang lain.</translation>
    </message>
    <message>
        <source>%1 needs the patient&apos;s card number. Add it to the patient first.</source>
        <translation>%1 memerlukan nomor kartu pasien. Lengkapi dulu data pasien.</translation>
    </message>
    <message>
        <source>This payer needs the patient&apos;s card number. Add it to the patient first.</source>
        <translation>Penjamin ini memerlukan nomor kartu pasien. Lengkapi dulu data pasien.</translation>
    </message>
    <message>
        <source>This visit is already cancelled.</source>
        <translation>Kunjungan ini sudah dibatalkan.</translation>
    </message>
    <message>
        <source>Type a reason</source>
        <translation>Ketik alasannya</translation>
    </message>
    <message>
        <source>The patient already has a visit at this clinic today.</source>
        <translation>Pasien sudah terdaftar di poliklinik ini hari ini.</translation>
    </message>
    <message>
        <source>A visit can be registered for today only. Save it again.</source>
        <translation>Kunjungan hanya dapat didaftarkan untuk hari ini. Simpan sekali lagi.</translation>
    </message>
    <message>
        <source>This type of visit cannot be registered here. Choose another.</source>
        <translation>Jenis kunjungan ini tidak dapat didaftarkan di sini. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The number was not reserved for this computer. Save it again; if it happens again, call IT.</source>
        <translation>Nomor itu tidak disediakan untuk komputer ini. Simpan sekali lagi; bila terulang, hubungi tim IT.</translation>
    </message>
    <message>
        <source>This computer has no numbers left. Connect to the server to get new ones.</source>
        <translation>Persediaan nomor di komputer ini habis. Hubungkan ke server untuk mendapat yang baru.</translation>
    </message>
    <message>
        <source>The code %1 is already used. Choose another.</source>
        <translation>Kode %1 sudah dipakai. Pilih yang lain.</translation>
    </message>
    <message>
        <source>This code is already used. Choose another.</source>
        <translation>Kode ini sudah dipakai. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The code %1 already belongs to %2. Choose another.</source>
        <translation>Kode %1 sudah dipakai %2. Pilih yang lain.</translation>
    </message>
    <message>
        <source>Another clinic already calls by this queue letter. Choose another.</source>
        <translation>Huruf antrean ini sudah dipakai poli lain. Pilih yang lain.</translation>
    </message>
    <message>
        <source>%2 already calls by the queue letter %1. Choose another.</source>
        <translation>Huruf antrean %1 sudah dipakai %2. Pilih yang lain.</translation>
    </message>
    <message>
        <source>This file is already merged into another. Open that file instead.</source>
        <translation>Berkas ini sudah digabungkan ke berkas lain. Buka berkas itu.</translation>
    </message>
    <message>
        <source>Both files already belong to one patient.</source>
        <translation>Kedua berkas sudah milik satu pasien.</translation>
    </message>
    <message>
        <source>This file is not merged into another.</source>
        <translation>Berkas ini tidak digabungkan ke berkas lain.</translation>
    </message>
    <message>
        <source>This note is not known to the server. Load the notes again.</source>
        <translation>Catatan ini tidak dikenal server. Muat ulang catatan.</translation>
    </message>
    <message>
        <source>This allergy is not known to the server. Load the list again.</source>
        <translation>Alergi ini tidak dikenal server. Muat ulang daftar.</translation>
    </message>
    <message>
        <source>An allergy to %1 is already noted.</source>
        <translation>Alergi terhadap %1 sudah tercatat.</translation>
    </message>
    <message>
        <source>This allergy is already noted.</source>
        <translation>Alergi ini sudah tercatat.</translation>
    </message>
    <message>
        <source>This allergy is already removed.</source>
        <translation>Alergi ini sudah dihapus.</translation>
    </message>
    <message>
        <source>Allergies are noted for this patient. Remove them one by one, with the reason.</source>
        <translation>Pasien ini memiliki alergi yang tercatat. Hapus satu per satu, dengan alasannya.</translation>
    </message>
    <message numerus="yes">
        <source>The file of unsent changes was damaged. %n change(s) could be read and will be sent.</source>
        <translation>
            <numerusform>File perubahan yang belum terkirim rusak. %n perubahan masih terbaca dan akan dikirim.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n could not be read. Compare with your papers.</source>
        <translation>
            <numerusform>Kira-kira %n perubahan tidak terbaca. Cocokkan dengan catatan kertas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody knows how many could not be read. Compare with your papers.</source>
        <translation>Jumlah yang tidak terbaca tidak diketahui. Cocokkan dengan catatan kertas.</translation>
    </message>
    <message>
        <source>The damaged file is kept as “%1”: call IT.</source>
        <translation>File yang rusak disimpan sebagai “%1”: hubungi tim IT.</translation>
    </message>
    <message>
        <source>This item is not known, or no longer used. Choose another.</source>
        <translation>Barang ini tidak dikenal atau tidak dipakai lagi. Pilih yang lain.</translation>
    </message>
    <message>
        <source>This depot is not known, or no longer used. Choose another.</source>
        <translation>Depo ini tidak dikenal atau tidak dipakai lagi. Pilih yang lain.</translation>
    </message>
    <message>
        <source>This lot is not known to the server. Load the stock again.</source>
        <translation>Bets ini tidak dikenal server. Muat ulang stoknya.</translation>
    </message>
    <message>
        <source>Lot %1 is known with another expiry date. Look at the box again.</source>
        <translation>Bets %1 sudah tercatat dengan tanggal kedaluwarsa lain. Periksa lagi kemasannya.</translation>
    </message>
    <message>
        <source>This lot is known with another expiry date. Look at the box again.</source>
        <translation>Bets ini sudah tercatat dengan tanggal kedaluwarsa lain. Periksa lagi kemasannya.</translation>
    </message>
    <message>
        <source>Lot %1 has expired. Do not hand it out.</source>
        <translation>Bets %1 sudah kedaluwarsa. Jangan diserahkan.</translation>
    </message>
    <message>
        <source>This lot has expired. Do not hand it out.</source>
        <translation>Bets ini sudah kedaluwarsa. Jangan diserahkan.</translation>
    </message>
    <message>
        <source>The depot has nothing free of this lot. Take another lot, or order more.</source>
        <translation>Tidak ada stok bebas dari bets ini di depo. Pakai bets lain atau minta tambahan.</translation>
    </message>
    <message>
        <source>This computer has no right to this lot. Ask for one while it is connected.</source>
        <translation>Komputer ini tidak punya jatah luring untuk bets ini. Minta jatah saat tersambung.</translation>
    </message>
    <message>
        <source>Only %1 left under this computer&apos;s right. Ask for more; what is in the hand already, record as handed out without a right.</source>
        <translation>Jatah luring komputer ini tinggal %1. Minta tambahan; yang sudah di tangan, catat sebagai penyerahan tanpa jatah.</translation>
    </message>
    <message>
        <source>Not enough left under this computer&apos;s right. Ask for more.</source>
        <translation>Jatah luring komputer ini tidak cukup. Minta tambahan.</translation>
    </message>
    <message>
        <source>The rights of this computer are frozen. Call the stock keeper.</source>
        <translation>Jatah luring komputer ini dibekukan. Hubungi petugas gudang.</translation>
    </message>
    <message>
        <source>Computers still hold rights to %1 of this lot. Have them given back, then count.</source>
        <translation>Masih ada jatah luring sebanyak %1 dari bets ini di komputer lain. Minta dikembalikan dulu, lalu hitung.</translation>
    </message>
    <message>
        <source>Computers still hold rights to this lot. Have them given back, then count.</source>
        <translation>Masih ada jatah luring dari bets ini di komputer lain. Minta dikembalikan dulu, lalu hitung.</translation>
    </message>
    <message>
        <source>This computer cannot count yet what it has handed out. Wait a moment; if it stays so, call IT.</source>
        <translation>Komputer ini belum dapat menghitung apa yang sudah diserahkan. Tunggu sebentar; bila tetap begini, hubungi tim IT.</translation>
    </message>
    <message>
        <source>Type the name of the second person</source>
        <translation>Tulis nama saksi</translation>
    </message>
    <message>
        <source>Not among the data on this computer. The server has to be asked when the connection is back.</source>
        <translation>Tidak ada di data komputer ini. Tanyakan lagi ke server setelah tersambung.</translation>
    </message>
    <message>
        <source>This number has too few or too many digits.</source>
        <translation>Jumlah angka nomor ini kurang atau lebih.</translation>
    </message>
    <message>
        <source>%1: needs %2 digits, has %3</source>
        <translation>%1: harus %2 angka, baru %3</translation>
    </message>
    <message>
        <source>This is no ward, or it is no longer used. Choose another ward.</source>
        <translation>Ini bukan ruang rawat, atau sudah tidak dipakai. Pilih ruang lain.</translation>
    </message>
    <message>
        <source>This bed stands in another ward, or is no longer used. Choose another bed.</source>
        <translation>Tempat tidur ini berada di ruang lain, atau sudah tidak dipakai. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The patient already lies in a ward. Move the stay instead of admitting again.</source>
        <translation>Pasien sudah dirawat di ruang rawat. Pindahkan masa rawatnya, jangan didaftarkan masuk lagi.</translation>
    </message>
    <message>
        <source>This visit is no stay in a ward.</source>
        <translation>Kunjungan ini bukan masa rawat inap.</translation>
    </message>
    <message>
        <source>The patient has already left the ward.</source>
        <translation>Pasien sudah pulang dari ruang rawat.</translation>
    </message>
    <message>
        <source>This row is not known to the server. Load the list again.</source>
        <translation>Baris ini tidak dikenal server. Muat ulang daftarnya.</translation>
    </message>
    <message>
        <source>This counter number is not known to the server. Look at the list again.</source>
        <translation>Nomor antrean loket ini tidak dikenal server. Lihat daftarnya lagi.</translation>
    </message>
    <message>
        <source>Counter %1 has this number already. Call the next one.</source>
        <translation>Nomor ini sudah dipanggil %1. Panggil nomor berikutnya.</translation>
    </message>
    <message>
        <source>This number is at no counter now. Call it first.</source>
        <translation>Nomor ini tidak sedang di loket mana pun. Panggil dulu.</translation>
    </message>
    <message>
        <source>Nobody waits for this counter.</source>
        <translation>Tidak ada yang menunggu untuk loket ini.</translation>
    </message>
    <message>
        <source>This service is no longer offered. Choose another.</source>
        <translation>Layanan ini tidak ada lagi. Pilih yang lain.</translation>
    </message>
    <message>
        <source>This number was already served. Call the next one.</source>
        <translation>Nomor ini sudah dilayani. Panggil nomor berikutnya.</translation>
    </message>
    <message>
        <source>This is no picture that can be kept. Choose another one.</source>
        <translation>Ini bukan foto yang dapat disimpan. Pilih yang lain.</translation>
    </message>
    <message>
        <source>Somebody has already written into this visit: it stays as it is.</source>
        <translation>Kunjungan ini sudah ditulisi: tidak dapat diubah lagi.</translation>
    </message>
    <message>
        <source>Patients still lie there. Move or discharge them first.</source>
        <translation>Masih ada pasien yang dirawat di sana. Pindahkan atau pulangkan dulu.</translation>
    </message>
</context>
<context>
    <name>FieldLabels</name>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Queue letter</source>
        <translation>Huruf antrean</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Type of clinic</source>
        <translation>Jenis poliklinik</translation>
    </message>
    <message>
        <source>Queue numbers</source>
        <translation>Nomor antrean</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>Buka</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Poliklinik</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Dokter</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>Type of payer</source>
        <translation>Jenis penjamin</translation>
    </message>
    <message>
        <source>Card number needed</source>
        <translation>Perlu nomor kartu</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Sapaan</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Tanggal lahir</translation>
    </message>
    <message>
        <source>Birth date estimated</source>
        <translation>Tanggal lahir perkiraan</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Reason for no NIK</source>
        <translation>Alasan tanpa NIK</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Mother&apos;s name</source>
        <translation>Nama ibu kandung</translation>
    </message>
    <message>
        <source>BPJS card number</source>
        <translation>No. kartu BPJS</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Alergi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Date of visit</source>
        <translation>Tanggal kunjungan</translation>
    </message>
    <message>
        <source>Substance</source>
        <translation>Zat</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reaksi</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Keparahan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teks</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>BPJS code, where there is one</source>
        <translation>Kode BPJS, bila ada</translation>
    </message>
    <message>
        <source>A to Z, called before the number</source>
        <translation>A–Z, disebut sebelum nomor</translation>
    </message>
    <message>
        <source>Empty: the clinic&apos;s letter</source>
        <translation>Kosong: huruf poliklinik</translation>
    </message>
    <message>
        <source>With titles, as on the door</source>
        <translation>Dengan gelar, seperti di papan nama</translation>
    </message>
    <message>
        <source>Empty: practises in no clinic</source>
        <translation>Kosong: tidak praktik di poliklinik</translation>
    </message>
    <message>
        <source>Off: not offered any more</source>
        <translation>Nonaktif: tidak ditawarkan lagi</translation>
    </message>
    <message>
        <source>Outpatient</source>
        <translation>Rawat jalan</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>IGD</translation>
    </message>
    <message>
        <source>Per doctor and session</source>
        <translation>Per dokter dan sesi</translation>
    </message>
    <message>
        <source>Per clinic</source>
        <translation>Per poliklinik</translation>
    </message>
    <message>
        <source>Self-pay</source>
        <translation>Umum</translation>
    </message>
    <message>
        <source>JKN (BPJS)</source>
        <translation>JKN (BPJS)</translation>
    </message>
    <message>
        <source>Local program</source>
        <translation>Program daerah</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Asuransi</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Perusahaan</translation>
    </message>
    <message>
        <source>Traffic accident</source>
        <translation>Kecelakaan lalu lintas</translation>
    </message>
    <message>
        <source>Work accident</source>
        <translation>Kecelakaan kerja</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Jumlah terhitung</translation>
    </message>
    <message>
        <source>Lot number</source>
        <translation>Nomor bets</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Saksi</translation>
    </message>
    <message>
        <source>RT</source>
        <translation>RT</translation>
    </message>
    <message>
        <source>RW</source>
        <translation>RW</translation>
    </message>
    <message>
        <source>Village, district, city</source>
        <translation>Kelurahan, kecamatan, kota</translation>
    </message>
    <message>
        <source>Area code</source>
        <translation>Kode wilayah</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Kode pos</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Kewarganegaraan</translation>
    </message>
    <message>
        <source>Lives elsewhere</source>
        <translation>Domisili berbeda</translation>
    </message>
    <message>
        <source>Domicile address</source>
        <translation>Alamat domisili</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Tempat lahir</translation>
    </message>
    <message>
        <source>Family card number</source>
        <translation>Nomor KK</translation>
    </message>
    <message>
        <source>Passport or KITAS</source>
        <translation>Paspor atau KITAS</translation>
    </message>
    <message>
        <source>Religion</source>
        <translation>Agama</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>Status perkawinan</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Pendidikan</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>Suku</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>Disabilitas</translation>
    </message>
    <message>
        <source>Home phone</source>
        <translation>Telepon rumah</translation>
    </message>
    <message>
        <source>Person responsible</source>
        <translation>Penanggung jawab</translation>
    </message>
    <message>
        <source>Relation to the patient</source>
        <translation>Hubungan dengan pasien</translation>
    </message>
    <message>
        <source>Their phone</source>
        <translation>Telepon penanggung jawab</translation>
    </message>
    <message>
        <source>Mother&apos;s NIK</source>
        <translation>NIK ibu</translation>
    </message>
    <message>
        <source>Prisoner</source>
        <translation>Tahanan</translation>
    </message>
    <message>
        <source>Died on</source>
        <translation>Tanggal meninggal</translation>
    </message>
    <message>
        <source>Note for the counter</source>
        <translation>Catatan untuk loket</translation>
    </message>
    <message>
        <source>Old MRN</source>
        <translation>No. RM lama</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Umur</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Belum ditanyakan</translation>
    </message>
    <message>
        <source>Islam</source>
        <translation>Islam</translation>
    </message>
    <message>
        <source>Protestant</source>
        <translation>Kristen</translation>
    </message>
    <message>
        <source>Catholic</source>
        <translation>Katolik</translation>
    </message>
    <message>
        <source>Hindu</source>
        <translation>Hindu</translation>
    </message>
    <message>
        <source>Buddhist</source>
        <translation>Buddha</translation>
    </message>
    <message>
        <source>Confucian</source>
        <translation>Konghucu</translation>
    </message>
    <message>
        <source>Traditional belief</source>
        <translation>Penghayat kepercayaan</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>religion</comment>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>Belum kawin</translation>
    </message>
    <message>
        <source>Married</source>
        <translation>Kawin</translation>
    </message>
    <message>
        <source>Divorced</source>
        <translation>Cerai hidup</translation>
    </message>
    <message>
        <source>Widowed</source>
        <translation>Cerai mati</translation>
    </message>
    <message>
        <source>No school</source>
        <translation>Tidak sekolah</translation>
    </message>
    <message>
        <source>Primary (SD)</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>Junior secondary (SMP)</source>
        <translation>SMP/SLTP</translation>
    </message>
    <message>
        <source>Senior secondary (SMA)</source>
        <translation>SMA/SLTA</translation>
    </message>
    <message>
        <source>Diploma 1 to 3</source>
        <translation>D1–D3</translation>
    </message>
    <message>
        <source>Diploma 4</source>
        <translation>D4</translation>
    </message>
    <message>
        <source>Bachelor (S1)</source>
        <translation>S1</translation>
    </message>
    <message>
        <source>Master (S2)</source>
        <translation>S2</translation>
    </message>
    <message>
        <source>Doctor (S3)</source>
        <translation>S3</translation>
    </message>
    <message>
        <source>None</source>
        <comment>occupation</comment>
        <translation>Tidak bekerja</translation>
    </message>
    <message>
        <source>Civil servant</source>
        <translation>PNS/ASN</translation>
    </message>
    <message>
        <source>Armed forces, police</source>
        <translation>TNI/Polri</translation>
    </message>
    <message>
        <source>State enterprise</source>
        <translation>BUMN/BUMD</translation>
    </message>
    <message>
        <source>Private, self-employed</source>
        <translation>Swasta/wirausaha</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>occupation</comment>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>None</source>
        <comment>disability</comment>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Physical</source>
        <translation>Fisik</translation>
    </message>
    <message>
        <source>Intellectual</source>
        <translation>Intelektual</translation>
    </message>
    <message>
        <source>Mental</source>
        <translation>Mental</translation>
    </message>
    <message>
        <source>Sight</source>
        <translation>Netra</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Rungu</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Wicara</translation>
    </message>
    <message>
        <source>Several</source>
        <translation>Ganda</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>Pasien sendiri</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Orang tua</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Husband or wife</source>
        <translation>Suami atau istri</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>Keluarga lain</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>relation</comment>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Two letters, ID for Indonesia</source>
        <translation>Dua huruf, ID untuk Indonesia</translation>
    </message>
    <message>
        <source>Empty: Indonesian serves</source>
        <translation>Kosong: bahasa Indonesia</translation>
    </message>
    <message>
        <source>Address on the identity card</source>
        <translation>Alamat KTP</translation>
    </message>
    <message>
        <source>Domicile</source>
        <translation>Domisili</translation>
    </message>
    <message>
        <source>About the patient</source>
        <translation>Data sosial</translation>
    </message>
    <message>
        <source>Who is responsible</source>
        <translation>Penanggung jawab</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>KRIS standard</source>
        <translation>Memenuhi KRIS</translation>
    </message>
    <message>
        <source>Row of RL 3.5</source>
        <translation>Baris RL 3.5</translation>
    </message>
    <message>
        <source>Bed type of RL 1.3</source>
        <translation>Jenis tempat tidur RL 1.3</translation>
    </message>
    <message>
        <source>SATUSEHAT location</source>
        <translation>Lokasi SATUSEHAT</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Ruang rawat</translation>
    </message>
    <message>
        <source>Clinic or ward</source>
        <translation>Poli atau ruang rawat</translation>
    </message>
    <message>
        <source>Name of the ward</source>
        <translation>Nama ruang rawat</translation>
    </message>
    <message>
        <source>SIP number</source>
        <translation>Nomor SIP</translation>
    </message>
    <message>
        <source>SIP valid until</source>
        <translation>SIP berlaku s.d.</translation>
    </message>
    <message>
        <source>STR valid until</source>
        <translation>STR berlaku s.d.</translation>
    </message>
    <message>
        <source>HFIS code</source>
        <translation>Kode HFIS</translation>
    </message>
    <message>
        <source>May be DPJP</source>
        <translation>Dapat menjadi DPJP</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Joint leave</source>
        <translation>Cuti bersama</translation>
    </message>
    <message>
        <source>Type of facility</source>
        <translation>Jenis faskes</translation>
    </message>
    <message>
        <source>BPJS code</source>
        <translation>Kode BPJS</translation>
    </message>
    <message>
        <source>Profession</source>
        <translation>Profesi</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>Nomor pegawai</translation>
    </message>
    <message>
        <source>Letter of the counter</source>
        <translation>Huruf antrean loket</translation>
    </message>
    <message>
        <source>Called first</source>
        <translation>Didahulukan</translation>
    </message>
    <message>
        <source>Hours until the SEP</source>
        <translation>Batas jam SEP</translation>
    </message>
    <message>
        <source>Military, or family of</source>
        <translation>TNI/Polri atau keluarganya</translation>
    </message>
    <message>
        <source>Without identity</source>
        <translation>Tanpa identitas</translation>
    </message>
    <message>
        <source>Age, estimated</source>
        <translation>Perkiraan umur</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Ditemukan di</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>Ditemukan pada</translation>
    </message>
    <message>
        <source>Mother</source>
        <translation>Ibu</translation>
    </message>
    <message>
        <source>Time of birth</source>
        <translation>Jam lahir</translation>
    </message>
    <message>
        <source>Born here</source>
        <translation>Lahir di sini</translation>
    </message>
    <message>
        <source>Which of twins</source>
        <translation>Kembar ke-</translation>
    </message>
    <message>
        <source>Second payer</source>
        <translation>Penjamin kedua</translation>
    </message>
    <message>
        <source>Kind of member</source>
        <translation>Jenis peserta</translation>
    </message>
    <message>
        <source>Class entitled to</source>
        <translation>Hak kelas</translation>
    </message>
    <message>
        <source>First facility (FKTP)</source>
        <translation>FKTP terdaftar</translation>
    </message>
    <message>
        <source>Membership</source>
        <translation>Status kepesertaan</translation>
    </message>
    <message>
        <source>Membership checked</source>
        <translation>Kepesertaan diperiksa</translation>
    </message>
    <message>
        <source>SEP number</source>
        <translation>Nomor SEP</translation>
    </message>
    <message>
        <source>Control letter, SPRI</source>
        <translation>Surat kontrol, SPRI</translation>
    </message>
    <message>
        <source>Purpose of the visit</source>
        <translation>Tujuan kunjungan</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Prosedur</translation>
    </message>
    <message>
        <source>Support service</source>
        <translation>Penunjang</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Asesmen</translation>
    </message>
    <message>
        <source>Cataract</source>
        <translation>Katarak</translation>
    </message>
    <message>
        <source>Referral number</source>
        <translation>Nomor rujukan</translation>
    </message>
    <message>
        <source>Date of referral</source>
        <translation>Tanggal rujukan</translation>
    </message>
    <message>
        <source>Referral valid until</source>
        <translation>Rujukan berlaku s.d.</translation>
    </message>
    <message>
        <source>Referring facility</source>
        <translation>Faskes perujuk</translation>
    </message>
    <message>
        <source>Diagnosis of the referral</source>
        <translation>Diagnosis rujukan</translation>
    </message>
    <message>
        <source>Accident</source>
        <translation>Kecelakaan</translation>
    </message>
    <message>
        <source>Date of the accident</source>
        <translation>Tanggal kecelakaan</translation>
    </message>
    <message>
        <source>Place of the accident</source>
        <translation>Tempat kecelakaan</translation>
    </message>
    <message>
        <source>Police report</source>
        <translation>Laporan polisi</translation>
    </message>
    <message>
        <source>Phone of the person responsible</source>
        <translation>Telepon penanggung jawab</translation>
    </message>
    <message>
        <source>Address of the person responsible</source>
        <translation>Alamat penanggung jawab</translation>
    </message>
    <message>
        <source>Escort</source>
        <translation>Pengantar</translation>
    </message>
    <message>
        <source>Phone of the escort</source>
        <translation>Telepon pengantar</translation>
    </message>
    <message>
        <source>General consent</source>
        <translation>Persetujuan umum</translation>
    </message>
    <message>
        <source>Kind of case</source>
        <translation>Jenis kasus</translation>
    </message>
    <message>
        <source>Injury</source>
        <translation>Cedera</translation>
    </message>
    <message>
        <source>Dead on arrival</source>
        <translation>Meninggal sebelum tiba (DOA)</translation>
    </message>
    <message>
        <source>Queue number</source>
        <translation>Nomor antrean</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesi praktik</translation>
    </message>
    <message>
        <source>Changed on</source>
        <translation>Diubah pada</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Diubah oleh</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Tiba</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Triase</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Mulai ditulisi</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Tempat tidur</translation>
    </message>
    <message>
        <source>DPJP</source>
        <translation>DPJP</translation>
    </message>
    <message>
        <source>Class given</source>
        <translation>Kelas dirawat</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Asal</translation>
    </message>
    <message>
        <source>Admitted on</source>
        <translation>Masuk rawat pada</translation>
    </message>
    <message>
        <source>Way of leaving</source>
        <translation>Cara keluar</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>Pulang pada</translation>
    </message>
    <message>
        <source>Discharged by</source>
        <translation>Dipulangkan oleh</translation>
    </message>
    <message>
        <source>Note on leaving</source>
        <translation>Catatan pulang</translation>
    </message>
    <message>
        <source>Moved on</source>
        <translation>Pindah pada</translation>
    </message>
    <message>
        <source>Moved by</source>
        <translation>Dipindahkan oleh</translation>
    </message>
    <message>
        <source>Up to 5 years</source>
        <translation>Sampai 5 tahun</translation>
    </message>
    <message>
        <source>6 to 11 years</source>
        <translation>6 sampai 11 tahun</translation>
    </message>
    <message>
        <source>12 to 17 years</source>
        <translation>12 sampai 17 tahun</translation>
    </message>
    <message>
        <source>18 to 40 years</source>
        <translation>18 sampai 40 tahun</translation>
    </message>
    <message>
        <source>41 to 65 years</source>
        <translation>41 sampai 65 tahun</translation>
    </message>
    <message>
        <source>Over 65 years</source>
        <translation>Di atas 65 tahun</translation>
    </message>
    <message>
        <source>Health centre (puskesmas)</source>
        <translation>Puskesmas</translation>
    </message>
    <message>
        <source>Primary clinic</source>
        <translation>Klinik pratama</translation>
    </message>
    <message>
        <source>Doctor&apos;s practice</source>
        <translation>Praktik mandiri dokter</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Rumah sakit</translation>
    </message>
    <message>
        <source>Midwife&apos;s practice</source>
        <translation>Praktik mandiri bidan</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Petugas pendaftaran</translation>
    </message>
    <message>
        <source>Records officer (PMIK)</source>
        <translation>Perekam medis (PMIK)</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Perawat</translation>
    </message>
    <message>
        <source>Midwife</source>
        <translation>Bidan</translation>
    </message>
    <message>
        <source>Doctor</source>
        <comment>profession</comment>
        <translation>Dokter</translation>
    </message>
    <message>
        <source>Pharmacist</source>
        <translation>Apoteker</translation>
    </message>
    <message>
        <source>Pharmacy assistant (TTK)</source>
        <translation>Tenaga teknis kefarmasian (TTK)</translation>
    </message>
    <message>
        <source>Laboratory analyst</source>
        <translation>Analis laboratorium</translation>
    </message>
    <message>
        <source>Radiographer</source>
        <translation>Radiografer</translation>
    </message>
    <message>
        <source>Stock keeper</source>
        <translation>Petugas gudang</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>profession</comment>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>Tanpa kelas</translation>
    </message>
    <message>
        <source>Class 1</source>
        <translation>Kelas 1</translation>
    </message>
    <message>
        <source>Class 2</source>
        <translation>Kelas 2</translation>
    </message>
    <message>
        <source>Class 3</source>
        <translation>Kelas 3</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>KRIS</source>
        <translation>KRIS</translation>
    </message>
    <message>
        <source>Intensive</source>
        <translation>Intensif</translation>
    </message>
    <message>
        <source>PBI (APBN)</source>
        <translation>PBI (APBN)</translation>
    </message>
    <message>
        <source>PBI (APBD)</source>
        <translation>PBI (APBD)</translation>
    </message>
    <message>
        <source>PPU</source>
        <translation>PPU</translation>
    </message>
    <message>
        <source>PBPU</source>
        <translation>PBPU</translation>
    </message>
    <message>
        <source>BP</source>
        <translation>BP</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Belum diperiksa</translation>
    </message>
    <message>
        <source>Active</source>
        <comment>membership</comment>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Not active</source>
        <comment>membership</comment>
        <translation>Tidak aktif</translation>
    </message>
    <message>
        <source>Usual visit</source>
        <translation>Kunjungan biasa</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Konsul</translation>
    </message>
    <message>
        <source>No accident</source>
        <translation>Bukan kecelakaan</translation>
    </message>
    <message>
        <source>Traffic accident at work</source>
        <translation>Kecelakaan lalu lintas saat bekerja</translation>
    </message>
    <message>
        <source>Given</source>
        <comment>consent</comment>
        <translation>Diberikan</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>consent</comment>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Surgical</source>
        <translation>Bedah</translation>
    </message>
    <message>
        <source>Not surgical</source>
        <translation>Nonbedah</translation>
    </message>
    <message>
        <source>Obstetric</source>
        <translation>Kebidanan</translation>
    </message>
    <message>
        <source>Child</source>
        <comment>case</comment>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Psychiatric</source>
        <translation>Psikiatri</translation>
    </message>
    <message>
        <source>No injury</source>
        <translation>Tanpa cedera</translation>
    </message>
    <message>
        <source>In traffic</source>
        <translation>Lalu lintas</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Di tempat kerja</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>Di rumah</translation>
    </message>
    <message>
        <source>By violence</source>
        <translation>Kekerasan</translation>
    </message>
    <message>
        <source>Still here</source>
        <translation>Masih dirawat</translation>
    </message>
    <message>
        <source>Went home</source>
        <translation>Pulang</translation>
    </message>
    <message>
        <source>Referred on</source>
        <translation>Dirujuk</translation>
    </message>
    <message>
        <source>Against advice (APS)</source>
        <translation>Pulang atas permintaan sendiri (APS)</translation>
    </message>
    <message>
        <source>Absconded</source>
        <translation>Pulang tanpa izin</translation>
    </message>
    <message>
        <source>Died before 48 hours</source>
        <translation>Meninggal &lt; 48 jam</translation>
    </message>
    <message>
        <source>Died after 48 hours</source>
        <translation>Meninggal ≥ 48 jam</translation>
    </message>
    <message>
        <source>Short, before its bed numbers</source>
        <translation>Singkat, di depan nomor tempat tidur</translation>
    </message>
    <message>
        <source>Of most of its beds</source>
        <translation>Kelas sebagian besar tempat tidurnya</translation>
    </message>
    <message>
        <source>Once in the whole hospital</source>
        <translation>Hanya satu di seluruh rumah sakit</translation>
    </message>
    <message>
        <source>Empty: not mapped yet</source>
        <translation>Kosong: belum dipetakan</translation>
    </message>
    <message>
        <source>Empty: for life</source>
        <translation>Kosong: seumur hidup</translation>
    </message>
    <message>
        <source>Eight characters</source>
        <translation>Delapan karakter</translation>
    </message>
    <message>
        <source>NIP, or the hospital&apos;s own</source>
        <translation>NIP, atau nomor rumah sakit</translation>
    </message>
    <message>
        <source>A to Z, no clinic has it</source>
        <translation>A sampai Z, bukan huruf poli</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Izin praktik</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Rujukan</translation>
    </message>
    <message>
        <source>Who is responsible, who came along</source>
        <translation>Penanggung jawab dan pengantar</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <translation>Belum ditentukan</translation>
    </message>
    <message>
        <source>Admission cancelled</source>
        <translation>Batal dirawat</translation>
    </message>
    <message>
        <source>Priority: every third call is one of the others</source>
        <translation>Tiap panggilan ke-3 untuk antrean lain</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>cannot be read: a quotation mark is open, or it is too long</source>
        <translation>tidak terbaca: tanda kutip belum ditutup, atau baris terlalu panjang</translation>
    </message>
    <message>
        <source>has more cells than the first line: is there a separator within a text?</source>
        <translation>punya lebih banyak kolom daripada baris pertama: adakah pemisah di dalam teks?</translation>
    </message>
    <message>
        <source>Whole row</source>
        <translation>Seluruh baris</translation>
    </message>
    <message>
        <source>Old MRN</source>
        <translation>No. RM lama</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Umur</translation>
    </message>
    <message>
        <source>Birth date is an estimate</source>
        <translation>Tanggal lahir perkiraan</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>cannot be understood</source>
        <translation>tidak dapat dipahami</translation>
    </message>
    <message>
        <source>somebody else has it; the two files wait under “Duplicate files”</source>
        <translation>sudah dimiliki orang lain; kedua berkas menunggu di “Data ganda”</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>New files</source>
        <translation>Berkas baru</translation>
    </message>
    <message>
        <source>Known by the number</source>
        <translation>Dikenal dari nomornya</translation>
    </message>
    <message>
        <source>Known by the NIK</source>
        <translation>Dikenal dari NIK</translation>
    </message>
    <message>
        <source>Known as a person</source>
        <translation>Dikenal orangnya</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
</context>
<context>
    <name>LicenceWords</name>
    <message>
        <source>Expired: no practice until it is renewed</source>
        <translation>Habis masa berlaku: tidak boleh praktik sampai diperpanjang</translation>
    </message>
    <message>
        <source>Ends soon: renew it now</source>
        <translation>Segera habis: perpanjang sekarang</translation>
    </message>
    <message>
        <source>Licence expired: %1</source>
        <translation>Izin praktik habis: %1</translation>
    </message>
    <message>
        <source>ends within %1 days: %2</source>
        <translation>habis dalam %1 hari: %2</translation>
    </message>
    <message>
        <source>%1 expired %2</source>
        <comment>SIP, date</comment>
        <translation>%1 habis %2</translation>
    </message>
</context>
<context>
    <name>MasterKinds</name>
    <message>
        <source>Clinics</source>
        <translation>Poliklinik</translation>
    </message>
    <message>
        <source>New clinic</source>
        <translation>Poliklinik baru</translation>
    </message>
    <message>
        <source>Doctors</source>
        <translation>Dokter</translation>
    </message>
    <message>
        <source>New doctor</source>
        <translation>Dokter baru</translation>
    </message>
    <message>
        <source>Payers</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>New payer</source>
        <translation>Penjamin baru</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Poliklinik</translation>
    </message>
    <message>
        <source>Wards</source>
        <translation>Ruang rawat</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Ruang rawat</translation>
    </message>
    <message>
        <source>New ward</source>
        <translation>Ruang rawat baru</translation>
    </message>
    <message>
        <source>Beds</source>
        <translation>Tempat tidur</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Tempat tidur</translation>
    </message>
    <message>
        <source>New bed</source>
        <translation>Tempat tidur baru</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Dokter</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Member of staff</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>New member of staff</source>
        <translation>Pegawai baru</translation>
    </message>
    <message>
        <source>Facilities</source>
        <translation>Faskes</translation>
    </message>
    <message>
        <source>Facility</source>
        <translation>Faskes</translation>
    </message>
    <message>
        <source>New facility</source>
        <translation>Faskes baru</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Hari libur</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Hari libur</translation>
    </message>
    <message>
        <source>New holiday</source>
        <translation>Hari libur baru</translation>
    </message>
    <message>
        <source>Counter services</source>
        <translation>Layanan loket</translation>
    </message>
    <message>
        <source>Service of the counter</source>
        <translation>Layanan loket</translation>
    </message>
    <message>
        <source>New service of the counter</source>
        <translation>Layanan loket baru</translation>
    </message>
</context>
<context>
    <name>PairChoices</name>
    <message>
        <source>Which other file is this person&apos;s?</source>
        <translation>Berkas lain mana milik orang ini?</translation>
    </message>
    <message>
        <source>Compare the two files</source>
        <translation>Bandingkan kedua berkas</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>Queue ticket</source>
        <translation>Nomor antrean</translation>
    </message>
    <message>
        <source>Patient label</source>
        <translation>Label pasien</translation>
    </message>
    <message>
        <source>Wristband</source>
        <translation>Gelang pasien</translation>
    </message>
    <message>
        <source>Patient card</source>
        <translation>Kartu berobat</translation>
    </message>
    <message>
        <source>Visit form</source>
        <translation>Formulir kunjungan</translation>
    </message>
    <message>
        <source>Tracer</source>
        <translation>Tracer (bon pinjam)</translation>
    </message>
    <message>
        <source>General consent</source>
        <translation>Persetujuan umum</translation>
    </message>
    <message>
        <source>Identity summary (RM 1)</source>
        <translation>Ringkasan identitas (RM 1)</translation>
    </message>
    <message>
        <source>Admission letter</source>
        <translation>Surat pengantar rawat inap</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>ALLERGY: see record</source>
        <translation>ALERGI: lihat rekam medis</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>No. RM</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>Wristband %1</source>
        <translation>Gelang %1</translation>
    </message>
    <message>
        <source>blue wristband</source>
        <translation>gelang biru</translation>
    </message>
    <message>
        <source>pink wristband</source>
        <translation>gelang merah muda</translation>
    </message>
    <message>
        <source>Mother: %1</source>
        <translation>Ibu: %1</translation>
    </message>
    <message>
        <source>Patient card %1</source>
        <translation>Kartu berobat %1</translation>
    </message>
    <message>
        <source>Bring this card to every visit.</source>
        <translation>Bawa kartu ini setiap berobat.</translation>
    </message>
    <message>
        <source>Tracer %1</source>
        <translation>Tracer %1</translation>
    </message>
    <message>
        <source>TRACER</source>
        <translation>TRACER</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Poli</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Dokter</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Shelf</source>
        <translation>Rak</translation>
    </message>
    <message>
        <source>VISIT FORM</source>
        <translation>LEMBAR KUNJUNGAN</translation>
    </message>
    <message>
        <source>Reg. no.</source>
        <translation>No. reg.</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>Examined by</source>
        <translation>Diperiksa oleh</translation>
    </message>
    <message>
        <source>Actions and medicines</source>
        <translation>Tindakan dan obat</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>Kasir</translation>
    </message>
    <message>
        <source>GENERAL CONSENT</source>
        <translation>PERSETUJUAN UMUM</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Ditandatangani</translation>
    </message>
    <message>
        <source>Patient or person responsible</source>
        <translation>Pasien atau penanggung jawab</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>SALINAN</translation>
    </message>
    <message>
        <source>1. I agree to be examined and treated in this hospital, and to the care that belongs to it. What goes beyond it is explained to me and asked for separately.</source>
        <translation>1. Saya setuju diperiksa dan dirawat di rumah sakit ini, beserta asuhan yang menyertainya. Tindakan di luar itu dijelaskan dan dimintakan persetujuannya tersendiri.</translation>
    </message>
    <message>
        <source>2. My data are kept secret. They may be used for my treatment, for payment by my insurer, and where the law demands it.</source>
        <translation>2. Data saya dirahasiakan. Data boleh dipakai untuk pengobatan saya, untuk pembayaran oleh penjamin saya, dan bila diwajibkan undang-undang.</translation>
    </message>
    <message>
        <source>3. My state of health may be told to: %1</source>
        <translation>3. Keadaan kesehatan saya boleh disampaikan kepada: %1</translation>
    </message>
    <message>
        <source>4. I have been told my rights and duties as a patient, the hospital&apos;s rules, and how to complain.</source>
        <translation>4. Saya telah mendapat penjelasan tentang hak dan kewajiban pasien, tata tertib rumah sakit, dan cara menyampaikan keluhan.</translation>
    </message>
    <message>
        <source>5. I keep my valuables myself, or hand them to the hospital against a receipt.</source>
        <translation>5. Barang berharga saya simpan sendiri, atau saya titipkan kepada rumah sakit dengan tanda terima.</translation>
    </message>
    <message>
        <source>6. I pay what my insurer does not cover, as it was explained to me.</source>
        <translation>6. Saya membayar biaya yang tidak ditanggung penjamin, sesuai penjelasan yang saya terima.</translation>
    </message>
    <message>
        <source>7. I may take this consent back at any time, in writing.</source>
        <translation>7. Persetujuan ini dapat saya cabut sewaktu-waktu secara tertulis.</translation>
    </message>
    <message>
        <source>RM 1 · IDENTITY SUMMARY</source>
        <translation>RM 1 · RINGKASAN IDENTITAS</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Terdaftar sejak</translation>
    </message>
    <message>
        <source>ADMISSION LETTER</source>
        <translation>SURAT PENGANTAR RAWAT INAP</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Person responsible</source>
        <translation>Penanggung jawab</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Ruang rawat</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Tempat tidur</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas dirawat</translation>
    </message>
    <message>
        <source>Class entitled</source>
        <translation>Hak kelas</translation>
    </message>
    <message>
        <source>DPJP</source>
        <translation>DPJP</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>Reason to admit</source>
        <translation>Indikasi rawat inap</translation>
    </message>
    <message>
        <source>Admission office</source>
        <translation>Petugas pendaftaran</translation>
    </message>
    <message>
        <source>red clip: allergy</source>
        <translation>klip merah: alergi</translation>
    </message>
    <message>
        <source>child %1 of this birth</source>
        <translation>bayi ke-%1 dari kelahiran ini</translation>
    </message>
    <message>
        <source>Mother: %1 · %2</source>
        <translation>Ibu: %1 · %2</translation>
    </message>
</context>
<context>
    <name>PatientLines</name>
    <message>
        <source>ask which</source>
        <translation>tanyakan apa</translation>
    </message>
    <message>
        <source>NIK also held by another patient</source>
        <translation>NIK juga dipakai pasien lain</translation>
    </message>
    <message>
        <source>Birth date not known</source>
        <translation>Tanggal lahir belum diketahui</translation>
    </message>
    <message>
        <source>Not identified</source>
        <translation>Belum teridentifikasi</translation>
    </message>
    <message>
        <source>Foreigner</source>
        <translation>WNA</translation>
    </message>
    <message>
        <source>Military</source>
        <translation>TNI/Polri</translation>
    </message>
    <message>
        <source>Prisoner</source>
        <translation>Tahanan</translation>
    </message>
    <message numerus="yes">
        <source>about %n year(s) (estimated)</source>
        <translation>
            <numerusform>sekitar %n th (perkiraan)</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>year of birth</comment>
        <translation>sekitar %1</translation>
    </message>
</context>
<context>
    <name>PrintWords</name>
    <message>
        <source>The printer does not answer. Is it on, and is its cable in?</source>
        <translation>Printer tidak menjawab. Apakah menyala dan kabelnya terpasang?</translation>
    </message>
    <message>
        <source>The printer stopped taking the paper. Is there paper in it? Look what came out.</source>
        <translation>Printer berhenti di tengah. Apakah kertasnya ada? Periksa yang sudah keluar.</translation>
    </message>
    <message>
        <source>The printer broke off in the middle. Look what came out.</source>
        <translation>Printer terputus di tengah. Periksa yang sudah keluar.</translation>
    </message>
    <message>
        <source>The file was not written. Is the folder there, and is there room?</source>
        <translation>Berkas tidak tersimpan. Apakah foldernya ada dan masih ada ruang?</translation>
    </message>
    <message>
        <source>This computer knows no such printer.</source>
        <translation>Komputer ini tidak mengenal printer itu.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Mencetak</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Tercetak</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Tidak tercetak</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Dicoba lagi</translation>
    </message>
</context>
<context>
    <name>Registration</name>
    <message>
        <source>Find patient</source>
        <translation>Cari pasien</translation>
    </message>
    <message>
        <source>Patient file</source>
        <translation>Berkas pasien</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Pasien baru</translation>
    </message>
    <message>
        <source>Register visit</source>
        <translation>Daftarkan kunjungan</translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Master data</source>
        <translation>Data induk</translation>
    </message>
    <message>
        <source>Duplicate files</source>
        <translation>Data ganda</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>IGD</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Wards</source>
        <translation>Rawat inap</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Belum lengkap</translation>
    </message>
    <message>
        <source>Counter queue</source>
        <translation>Antrean loket</translation>
    </message>
    <message>
        <source>Desk board</source>
        <translation>Papan loket</translation>
    </message>
    <message>
        <source>Ticket dispenser</source>
        <translation>Mesin antrean</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Dokumen cetak</translation>
    </message>
    <message>
        <source>Print queue</source>
        <translation>Antrean cetak</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Import patients</source>
        <translation>Impor pasien</translation>
    </message>
    <message>
        <source>Export patients</source>
        <translation>Ekspor pasien</translation>
    </message>
    <message>
        <source>Book of MRNs</source>
        <translation>Nomor RM</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>Write over this file?</source>
        <translation>Timpa berkas ini?</translation>
    </message>
    <message>
        <source>“%1” is there already. What stands in it will be gone.</source>
        <translation>“%1” sudah ada. Isinya akan hilang.</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>Timpa</translation>
    </message>
</context>
<context>
    <name>ShellPages</name>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Pending changes</source>
        <translation>Perubahan menunggu</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Ganti kata sandi</translation>
    </message>
</context>
<context>
    <name>ShellWords</name>
    <message>
        <source>Register a patient</source>
        <translation>Daftarkan pasien</translation>
    </message>
    <message>
        <source>Correct a patient</source>
        <translation>Perbaiki data pasien</translation>
    </message>
    <message>
        <source>Register a visit</source>
        <translation>Daftarkan kunjungan</translation>
    </message>
    <message>
        <source>Cancel a visit</source>
        <translation>Batalkan kunjungan</translation>
    </message>
    <message>
        <source>Save a clinic</source>
        <translation>Simpan poliklinik</translation>
    </message>
    <message>
        <source>Save a doctor</source>
        <translation>Simpan dokter</translation>
    </message>
    <message>
        <source>Save a payer</source>
        <translation>Simpan penjamin</translation>
    </message>
    <message>
        <source>Merge two patients</source>
        <translation>Gabungkan dua pasien</translation>
    </message>
    <message>
        <source>Part merged patients</source>
        <translation>Pisahkan pasien gabungan</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Tulis catatan</translation>
    </message>
    <message>
        <source>Correct a note</source>
        <translation>Koreksi catatan</translation>
    </message>
    <message>
        <source>Note an allergy</source>
        <translation>Catat alergi</translation>
    </message>
    <message>
        <source>Remove an allergy</source>
        <translation>Hapus alergi</translation>
    </message>
    <message>
        <source>Registration clerk</source>
        <translation>Petugas pendaftaran</translation>
    </message>
    <message>
        <source>Head of registration</source>
        <translation>Kepala pendaftaran</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Manajer</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Dokter</translation>
    </message>
    <message>
        <source>Receive goods</source>
        <translation>Terima barang</translation>
    </message>
    <message>
        <source>Count stock</source>
        <translation>Stok opname</translation>
    </message>
    <message>
        <source>Ask for offline stock</source>
        <translation>Minta jatah luring</translation>
    </message>
    <message>
        <source>Give back offline stock</source>
        <translation>Kembalikan jatah luring</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Serahkan obat</translation>
    </message>
    <message>
        <source>Hand out without a right</source>
        <translation>Serahkan obat tanpa jatah</translation>
    </message>
    <message>
        <source>Nurse</source>
        <translation>Perawat</translation>
    </message>
    <message>
        <source>Stock keeper</source>
        <translation>Petugas gudang</translation>
    </message>
    <message>
        <source>Print a reserved queue number</source>
        <translation>Cetak nomor antrean cadangan</translation>
    </message>
    <message>
        <source>Note who was seen</source>
        <translation>Catat siapa yang dilihat</translation>
    </message>
    <message>
        <source>Save a bed</source>
        <translation>Simpan tempat tidur</translation>
    </message>
    <message>
        <source>Save a holiday</source>
        <translation>Simpan hari libur</translation>
    </message>
    <message>
        <source>Save a facility</source>
        <translation>Simpan faskes</translation>
    </message>
    <message>
        <source>Save a member of staff</source>
        <translation>Simpan pegawai</translation>
    </message>
    <message>
        <source>Save a service of the counter</source>
        <translation>Simpan layanan loket</translation>
    </message>
    <message>
        <source>Import master data</source>
        <translation>Impor data induk</translation>
    </message>
    <message>
        <source>Keep a photo</source>
        <translation>Simpan foto</translation>
    </message>
    <message>
        <source>Take a counter number</source>
        <translation>Ambil nomor antrean loket</translation>
    </message>
    <message>
        <source>Call a counter number</source>
        <translation>Panggil nomor antrean loket</translation>
    </message>
    <message>
        <source>Serve a counter number</source>
        <translation>Layani nomor antrean loket</translation>
    </message>
    <message>
        <source>Finish a counter number</source>
        <translation>Selesaikan nomor antrean loket</translation>
    </message>
    <message>
        <source>Skip a counter number</source>
        <translation>Lewati nomor antrean loket</translation>
    </message>
    <message>
        <source>Link a counter number to a visit</source>
        <translation>Hubungkan nomor antrean loket ke kunjungan</translation>
    </message>
    <message>
        <source>Note a print</source>
        <translation>Catat cetakan</translation>
    </message>
    <message>
        <source>Import patients</source>
        <translation>Impor pasien</translation>
    </message>
    <message>
        <source>Note an export</source>
        <translation>Mencatat ekspor</translation>
    </message>
    <message>
        <source>Records officer</source>
        <translation>Perekam medis (PMIK)</translation>
    </message>
    <message>
        <source>Ticket dispenser</source>
        <translation>Anjungan antrean</translation>
    </message>
    <message>
        <source>Receive an unknown patient</source>
        <translation>Terima pasien tanpa identitas</translation>
    </message>
    <message>
        <source>Note a triage</source>
        <translation>Catat triase</translation>
    </message>
    <message>
        <source>Move a visit</source>
        <translation>Pindahkan kunjungan</translation>
    </message>
    <message>
        <source>Change what a visit says</source>
        <translation>Ubah rincian kunjungan</translation>
    </message>
    <message>
        <source>Admit to a ward</source>
        <translation>Rawat inapkan pasien</translation>
    </message>
    <message>
        <source>Move in the wards</source>
        <translation>Pindah ruang</translation>
    </message>
    <message>
        <source>Discharge from a ward</source>
        <translation>Pulangkan dari ruang rawat</translation>
    </message>
    <message>
        <source>Say that two files are two people</source>
        <translation>Nyatakan dua berkas milik dua orang</translation>
    </message>
</context>
<context>
    <name>StayActions</name>
    <message>
        <source>Died</source>
        <translation>Meninggal</translation>
    </message>
    <message>
        <source>How the patient left</source>
        <translation>Cara keluar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Admit to a ward</source>
        <translation>Masukkan ke ruang rawat</translation>
    </message>
    <message>
        <source>Admit</source>
        <translation>Masukkan</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Pasien masuk rawat inap</translation>
    </message>
    <message>
        <source>Move in the ward</source>
        <translation>Pindah ruang</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Pindahkan</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Sudah dipindahkan</translation>
    </message>
    <message>
        <source>Discharge this patient?</source>
        <translation>Pulangkan pasien ini?</translation>
    </message>
    <message>
        <source>Discharge</source>
        <translation>Pulangkan</translation>
    </message>
    <message>
        <source>Stays here</source>
        <translation>Tetap dirawat</translation>
    </message>
    <message>
        <source>Choose how the patient left</source>
        <translation>Pilih cara keluar</translation>
    </message>
    <message>
        <source>Discharged</source>
        <translation>Pasien sudah keluar</translation>
    </message>
</context>
<context>
    <name>StrangerWords</name>
    <message>
        <source>0 to 5 years</source>
        <translation>0–5 tahun</translation>
    </message>
    <message>
        <source>6 to 11 years</source>
        <translation>6–11 tahun</translation>
    </message>
    <message>
        <source>12 to 17 years</source>
        <translation>12–17 tahun</translation>
    </message>
    <message>
        <source>18 to 40 years</source>
        <translation>18–40 tahun</translation>
    </message>
    <message>
        <source>41 to 65 years</source>
        <translation>41–65 tahun</translation>
    </message>
    <message>
        <source>over 65 years</source>
        <translation>di atas 65 tahun</translation>
    </message>
</context>
<context>
    <name>TicketPaper</name>
    <message>
        <source>COPY</source>
        <translation>SALINAN</translation>
    </message>
    <message>
        <source>QUEUE NUMBER</source>
        <translation>NOMOR ANTREAN</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>No. RM</translation>
    </message>
    <message>
        <source>Reg. no.</source>
        <translation>No. reg.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>Nomor antrean %1</translation>
    </message>
</context>
<context>
    <name>TicketPrinting</name>
    <message>
        <source>Ticket %1</source>
        <translation>Nomor antrean %1</translation>
    </message>
    <message>
        <source>A copy is marked as one, so that it is not a second place in the queue.</source>
        <translation>Salinan diberi tanda, agar tidak menjadi tempat kedua dalam antrean.</translation>
    </message>
    <message>
        <source>Print copy</source>
        <translation>Cetak salinan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Copy of ticket %1 printed</source>
        <translation>Salinan nomor antrean %1 dicetak</translation>
    </message>
</context>
<context>
    <name>VisitCancelling</name>
    <message>
        <source>Cancel this visit?</source>
        <translation>Batalkan kunjungan ini?</translation>
    </message>
    <message>
        <source>Queue number %1 is never given again.</source>
        <translation>Nomor antrean %1 tidak akan diberikan lagi.</translation>
    </message>
    <message>
        <source>Cancel visit</source>
        <translation>Batalkan kunjungan</translation>
    </message>
    <message>
        <source>Keep visit</source>
        <translation>Pertahankan kunjungan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Visit cancelled</source>
        <translation>Kunjungan dibatalkan</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>new</source>
        <translation>baru</translation>
    </message>
    <message>
        <source>returning</source>
        <translation>lama</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>SEP to follow</source>
        <translation>SEP menyusul</translation>
    </message>
    <message>
        <source>Payer undetermined</source>
        <translation>Penjamin belum ditentukan</translation>
    </message>
    <message>
        <source>Not identified</source>
        <translation>Belum teridentifikasi</translation>
    </message>
    <message>
        <source>Not triaged</source>
        <translation>Belum triase</translation>
    </message>
    <message>
        <source>No consent</source>
        <translation>Belum ada persetujuan umum</translation>
    </message>
    <message>
        <source>The referral was valid until %1</source>
        <translation>Rujukan berlaku sampai %1</translation>
    </message>
    <message>
        <source>JKN from another facility needs the referral&apos;s number</source>
        <translation>JKN dari faskes lain perlu nomor rujukan</translation>
    </message>
    <message>
        <source>A JKN control visit needs the control letter&apos;s number</source>
        <translation>Kontrol JKN perlu nomor surat kontrol</translation>
    </message>
    <message>
        <source>SEP to follow: the visit stands on the list of the unfinished</source>
        <translation>SEP menyusul: kunjungan ada di daftar Belum lengkap</translation>
    </message>
    <message>
        <source>The membership is not active: ask who pays</source>
        <translation>Kepesertaan tidak aktif: tanyakan siapa penjaminnya</translation>
    </message>
    <message>
        <source>Membership not checked yet</source>
        <translation>Status kepesertaan belum dicek</translation>
    </message>
    <message>
        <source>A traffic accident: Jasa Raharja pays before JKN, enter it as second payer</source>
        <translation>Kecelakaan lalu lintas: Jasa Raharja menjamin sebelum JKN, isikan sebagai penjamin kedua</translation>
    </message>
    <message>
        <source>The number of the police report is missing</source>
        <translation>Nomor laporan polisi belum diisi</translation>
    </message>
    <message>
        <source>%1 · number %2 (moved)</source>
        <translation>%1 · nomor %2 (pindah)</translation>
    </message>
</context>
<context>
    <name>simrs::ActionBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to correct:</source>
        <translation>
            <numerusform>%n isian salah:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to correct</source>
        <translation>
            <numerusform>%n isian salah</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::AreasTab</name>
    <message>
        <source>Village, district, city or code</source>
        <translation>Kelurahan, kecamatan, kota, atau kode</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>Kelurahan/desa</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Kelurahan/desa</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Kecamatan</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Kabupaten/kota</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provinsi</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Where they come from</source>
        <translation>Sumber</translation>
    </message>
    <message>
        <source>Codes and names of the Ministry of Home Affairs (Kemendagri).</source>
        <translation>Kode dan nama dari Kementerian Dalam Negeri (Kemendagri).</translation>
    </message>
    <message>
        <source>From idn-area-data 4.0.1 by Fityan Nugroho and contributors, under the Open Database License (ODbL 1.0). This list is under the same licence.</source>
        <translation>Dari idn-area-data 4.0.1 oleh Fityan Nugroho dan kontributor, berlisensi Open Database License (ODbL 1.0). Daftar ini berlisensi sama.</translation>
    </message>
    <message>
        <source>They come with the program and cannot be changed here. An address may be typed by hand.</source>
        <translation>Daftar ini bagian dari program dan tidak dapat diubah di sini. Alamat boleh diketik sendiri.</translation>
    </message>
    <message>
        <source>The list of areas cannot be read</source>
        <translation>Daftar wilayah tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Addresses are typed by hand. Call IT.</source>
        <translation>Alamat diketik sendiri. Hubungi petugas TI.</translation>
    </message>
    <message>
        <source>Reading the areas…</source>
        <translation>Membaca daftar wilayah…</translation>
    </message>
    <message>
        <source>Type three letters or two digits</source>
        <translation>Ketik tiga huruf atau dua angka</translation>
    </message>
    <message>
        <source>Any part of a name, or the beginning of a code.</source>
        <translation>Bagian mana pun dari nama, atau awal kode.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message>
        <source>Type less, or another spelling.</source>
        <translation>Ketik lebih sedikit, atau ejaan lain.</translation>
    </message>
</context>
<context>
    <name>simrs::BellButton</name>
    <message numerus="yes">
        <source>Messages, %n new</source>
        <translation>
            <numerusform>Pesan, %n baru</numerusform>
        </translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
</context>
<context>
    <name>simrs::BusyOverlay</name>
    <message>
        <source>Busy</source>
        <translation>Sibuk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batalkan</translation>
    </message>
</context>
<context>
    <name>simrs::CallPanel</name>
    <message>
        <source>Call panel</source>
        <translation>Panel panggil</translation>
    </message>
    <message>
        <source>Call next (Ctrl+F9)</source>
        <translation>Panggil berikutnya (Ctrl+F9)</translation>
    </message>
    <message>
        <source>Call again (Ctrl+F10)</source>
        <translation>Panggil ulang (Ctrl+F10)</translation>
    </message>
    <message>
        <source>No counter chosen</source>
        <translation>Loket belum dipilih</translation>
    </message>
    <message>
        <source>Say on the queue&apos;s page which counter this is.</source>
        <translation>Tentukan di halaman antrean, ini loket yang mana.</translation>
    </message>
    <message>
        <source>Done (Ctrl+F11)</source>
        <translation>Selesai (Ctrl+F11)</translation>
    </message>
    <message>
        <source>Is here (Ctrl+F11)</source>
        <translation>Sudah datang (Ctrl+F11)</translation>
    </message>
    <message>
        <source>Nobody is called</source>
        <translation>Tidak ada yang dipanggil</translation>
    </message>
    <message>
        <source>Counter number %1</source>
        <translation>Nomor antrean loket %1</translation>
    </message>
    <message>
        <source>Called %1×, waited %2</source>
        <translation>Dipanggil %1×, menunggu %2</translation>
    </message>
    <message>
        <source>Here for %1</source>
        <translation>Dilayani %1</translation>
    </message>
    <message>
        <source>registered</source>
        <translation>terdaftar</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Memuat…</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Tidak ada yang menunggu</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s), the longest for %1</source>
        <translation>
            <numerusform>%n menunggu, terlama %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::ChoiceField</name>
    <message>
        <source>Choose…</source>
        <translation>Pilih…</translation>
    </message>
</context>
<context>
    <name>simrs::ClinicFiguresModel</name>
    <message>
        <source>Clinic</source>
        <translation>Poli</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>With a counter number</source>
        <translation>Dengan antrean loket</translation>
    </message>
    <message>
        <source>Average waiting time</source>
        <translation>Rata-rata waktu tunggu</translation>
    </message>
    <message>
        <source>Average at the counter</source>
        <translation>Rata-rata waktu layanan</translation>
    </message>
</context>
<context>
    <name>simrs::CompareModel</name>
    <message>
        <source>Visits</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>%1, will stand in the file</source>
        <translation>%1, akan dipakai</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Isian</translation>
    </message>
    <message>
        <source>File that stays</source>
        <translation>Berkas yang dipakai</translation>
    </message>
    <message>
        <source>File that is given up</source>
        <translation>Berkas yang digabungkan</translation>
    </message>
</context>
<context>
    <name>simrs::CounterDesk</name>
    <message>
        <source>The next number</source>
        <translation>Nomor berikutnya</translation>
    </message>
    <message>
        <source>The number</source>
        <translation>Nomor itu</translation>
    </message>
    <message>
        <source>No answer from the server yet.</source>
        <translation>Belum ada jawaban dari server.</translation>
    </message>
</context>
<context>
    <name>simrs::CounterPlaceForm</name>
    <message>
        <source>This counter</source>
        <translation>Loket ini</translation>
    </message>
    <message>
        <source>As it is called out: “Counter 2”</source>
        <translation>Seperti yang dipanggilkan: “Loket 2”</translation>
    </message>
    <message>
        <source>Calls numbers of</source>
        <translation>Memanggil nomor</translation>
    </message>
    <message>
        <source>Tick at least one</source>
        <translation>Centang sedikitnya satu</translation>
    </message>
</context>
<context>
    <name>simrs::CounterQueueModel</name>
    <message>
        <source>Registered</source>
        <translation>Terdaftar</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Loket</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>Diambil</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>Waktu tunggu</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Panggilan</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Di loket</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
</context>
<context>
    <name>simrs::CounterQueuePage</name>
    <message>
        <source>Live</source>
        <translation>Diperbarui otomatis</translation>
    </message>
    <message>
        <source>Not connected: as of %1</source>
        <translation>Tidak terhubung: data per %1</translation>
    </message>
    <message>
        <source>Counter queue</source>
        <translation>Antrean loket</translation>
    </message>
    <message>
        <source>Nobody has taken a number today</source>
        <translation>Hari ini belum ada yang mengambil nomor</translation>
    </message>
    <message>
        <source>Numbers appear here the moment the dispenser gives them.</source>
        <translation>Nomor muncul di sini begitu diberikan mesin antrean.</translation>
    </message>
    <message>
        <source>Nobody came</source>
        <translation>Tidak hadir</translation>
    </message>
    <message>
        <source>This counter… (F4)</source>
        <translation>Loket ini… (F4)</translation>
    </message>
    <message>
        <source>Call panel (F7)</source>
        <translation>Panel panggil (F7)</translation>
    </message>
    <message>
        <source>Call this number</source>
        <translation>Panggil nomor ini</translation>
    </message>
    <message>
        <source>Enter call this number · F7 call panel · Alt+F8 nobody came · in the order of the calls</source>
        <translation>Enter panggil nomor ini · F7 panel panggil · Alt+F8 tidak hadir · menurut urutan panggilan</translation>
    </message>
    <message>
        <source>Say which counter this computer is; then it can call.</source>
        <translation>Pilih nomor loket komputer ini sebelum memanggil.</translation>
    </message>
    <message>
        <source>This counter…</source>
        <translation>Loket ini…</translation>
    </message>
    <message>
        <source>No counter chosen</source>
        <translation>Loket belum dipilih</translation>
    </message>
    <message>
        <source>calls all services</source>
        <translation>memanggil semua layanan</translation>
    </message>
    <message>
        <source>calls %1</source>
        <translation>memanggil %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state and how many</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>Memanggil…</translation>
    </message>
    <message>
        <source>Which counter is this?</source>
        <translation>Ini loket yang mana?</translation>
    </message>
    <message>
        <source>Kept on this computer. People are called to it by this name.</source>
        <translation>Disimpan di komputer ini. Dengan nama ini orang dipanggil ke loket.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Simpan</translation>
    </message>
</context>
<context>
    <name>simrs::DataTable</name>
    <message>
        <source>Nothing here yet</source>
        <translation>Belum ada data</translation>
    </message>
</context>
<context>
    <name>simrs::DateField</name>
    <message>
        <source>ddmmyyyy</source>
        <translation>hhbbtttt</translation>
    </message>
</context>
<context>
    <name>simrs::DeskBoardPage</name>
    <message>
        <source>Live</source>
        <translation>Diperbarui otomatis</translation>
    </message>
    <message>
        <source>Not connected: as of %1</source>
        <translation>Tidak terhubung: data per %1</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Sedang menunggu</translation>
    </message>
    <message>
        <source>Average waiting time</source>
        <translation>Rata-rata waktu tunggu</translation>
    </message>
    <message>
        <source>Average at the counter</source>
        <translation>Rata-rata waktu layanan</translation>
    </message>
    <message>
        <source>Served today</source>
        <translation>Dilayani hari ini</translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation>Kunjungan hari ini</translation>
    </message>
    <message>
        <source>Arrivals by hour</source>
        <translation>Kedatangan per jam</translation>
    </message>
    <message>
        <source>Nobody has come yet today.</source>
        <translation>Hari ini belum ada yang datang.</translation>
    </message>
    <message>
        <source>By clinic</source>
        <translation>Per poli</translation>
    </message>
    <message>
        <source>Figures by clinic</source>
        <translation>Angka per poli</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>Belum ada kunjungan</translation>
    </message>
    <message>
        <source>A clinic appears here with its first visit of the day.</source>
        <translation>Poli muncul di sini dengan kunjungan pertamanya hari ini.</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>tidak ada yang menunggu</translation>
    </message>
    <message>
        <source>the longest for %1</source>
        <translation>terlama %1</translation>
    </message>
    <message>
        <source>the last calls: %1</source>
        <translation>panggilan terakhir: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n at the counters now</source>
        <translation>
            <numerusform>%n di loket sekarang</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody came: %1</source>
        <translation>tidak hadir: %1</translation>
    </message>
    <message>
        <source>Counter numbers taken</source>
        <translation>Nomor antrean loket diambil</translation>
    </message>
    <message>
        <source>Visits registered</source>
        <translation>Kunjungan terdaftar</translation>
    </message>
    <message>
        <source>Desk board</source>
        <translation>Papan pendaftaran</translation>
    </message>
</context>
<context>
    <name>simrs::DispenserPage</name>
    <message>
        <source>What do you come for?</source>
        <translation>Keperluan Anda</translation>
    </message>
    <message>
        <source>No service is offered</source>
        <translation>Belum ada layanan</translation>
    </message>
    <message>
        <source>The services of the dispenser stand in the master data.</source>
        <translation>Layanan mesin antrean diatur di data induk.</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Nomor Anda</translation>
    </message>
    <message>
        <source>Taking a number…</source>
        <translation>Mengambil nomor…</translation>
    </message>
    <message>
        <source>No answer yet. The number comes by itself; please wait.</source>
        <translation>Belum ada jawaban. Nomor akan keluar sendiri; mohon tunggu.</translation>
    </message>
    <message>
        <source>No number can be given just now. Please ask at the counter.</source>
        <translation>Nomor belum dapat diberikan. Silakan tanyakan di loket.</translation>
    </message>
    <message>
        <source>No number was given. %1</source>
        <translation>Nomor tidak diberikan. %1</translation>
    </message>
    <message>
        <source>Counter number %1</source>
        <translation>Nomor antrean loket %1</translation>
    </message>
    <message>
        <source>You are the next.</source>
        <translation>Anda berikutnya.</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) before you.</source>
        <translation>
            <numerusform>%n orang menunggu sebelum Anda.</numerusform>
        </translation>
    </message>
    <message>
        <source>The slip was not printed. %1 Your number is %2 all the same.</source>
        <translation>Slip tidak tercetak. %1 Nomor Anda tetap %2.</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>Belum ada nomor</translation>
    </message>
    <message>
        <source>Press a button or its key.</source>
        <translation>Tekan tombol layanan atau angkanya.</translation>
    </message>
    <message>
        <source>Ticket dispenser</source>
        <translation>Mesin antrean</translation>
    </message>
    <message>
        <source>Keys 1 to %1 take a number for the counter</source>
        <translation>Angka 1 sampai %1 mengambil nomor antrean loket</translation>
    </message>
    <message>
        <source>Welcome to %1. Choose what you come for.</source>
        <translation>Selamat datang di %1. Silakan tekan layanan yang Anda perlukan.</translation>
    </message>
</context>
<context>
    <name>simrs::EmergencyPage</name>
    <message>
        <source>Somebody knows the patient: search (F2)</source>
        <translation>Pasien dikenal: cari (F2)</translation>
    </message>
    <message>
        <source>Receive (Ctrl+S)</source>
        <translation>Terima (Ctrl+S)</translation>
    </message>
    <message>
        <source>Unknown patient</source>
        <translation>Pasien tanpa identitas</translation>
    </message>
    <message>
        <source>Number, file and wristband now; name, papers and payer later.</source>
        <translation>Nomor, berkas, dan gelang sekarang; nama, surat, dan penjamin menyusul.</translation>
    </message>
    <message>
        <source>Male (L)</source>
        <translation>Laki-laki (L)</translation>
    </message>
    <message>
        <source>Female (P)</source>
        <translation>Perempuan (P)</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Age, estimated (1 to 6)</source>
        <translation>Perkiraan umur (1–6)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>key and age band</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>Tiba pukul</translation>
    </message>
    <message>
        <source>Where found</source>
        <translation>Tempat ditemukan</translation>
    </message>
    <message>
        <source>How the patient came</source>
        <translation>Cara datang</translation>
    </message>
    <message>
        <source>Kind of case</source>
        <translation>Jenis kasus</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>Pengantar</translation>
    </message>
    <message>
        <source>Phone of who brought the patient</source>
        <translation>Telepon pengantar</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>The visit stands on the list of the unfinished until the patient is identified and somebody has said who pays.</source>
        <translation>Kunjungan ada di daftar Belum lengkap sampai pasien teridentifikasi dan penjaminnya ditentukan.</translation>
    </message>
    <message>
        <source>Emergency: unknown patient</source>
        <translation>IGD: pasien tanpa identitas</translation>
    </message>
    <message>
        <source>Press L or P</source>
        <translation>Tekan L atau P</translation>
    </message>
    <message>
        <source>Press 1 to 6</source>
        <translation>Tekan 1 sampai 6</translation>
    </message>
    <message>
        <source>A time of day, such as 14:20</source>
        <translation>Jam, misalnya 14:20</translation>
    </message>
    <message>
        <source>This is no phone number</source>
        <translation>Ini bukan nomor telepon</translation>
    </message>
    <message>
        <source>The lists have no emergency department, or they are not here yet.</source>
        <translation>IGD belum ada di data induk, atau data induk belum diterima.</translation>
    </message>
    <message>
        <source>unknown patient</source>
        <translation>pasien tanpa identitas</translation>
    </message>
    <message>
        <source>Unknown patient received: MRN %1</source>
        <translation>Pasien tanpa identitas diterima: No. RM %1</translation>
    </message>
    <message>
        <source>MRN %1 · arrived %2, registered %3</source>
        <translation>No. RM %1 · tiba %2, terdaftar %3</translation>
    </message>
    <message>
        <source>Print wristband (Enter)</source>
        <translation>Cetak gelang (Enter)</translation>
    </message>
    <message>
        <source>L or P sex · 1 to 6 age · Ctrl+S receive · Tab for the rest</source>
        <translation>L atau P jenis kelamin · 1–6 umur · Ctrl+S terima · Tab isian lain</translation>
    </message>
    <message>
        <source>Receiving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Menunggu server</translation>
    </message>
    <message>
        <source>Enter wristband · Alt+G the next one</source>
        <translation>Enter gelang · Alt+G pasien berikutnya</translation>
    </message>
    <message>
        <source>No answer from the server yet. The patient is kept on this computer and is sent by itself.</source>
        <translation>Server belum menjawab. Pasien disimpan di komputer ini dan dikirim sendiri.</translation>
    </message>
    <message>
        <source>MRN %1 · arrived %2 · kept on this computer</source>
        <translation>No. RM %1 · tiba %2 · disimpan di komputer ini</translation>
    </message>
    <message>
        <source>Temporary number %1 · arrived %2 · kept on this computer</source>
        <translation>Nomor sementara %1 · tiba %2 · disimpan di komputer ini</translation>
    </message>
    <message>
        <source>No answer from the server yet. The patient is kept on this computer and is sent by itself; the wristband and all papers can be printed now.</source>
        <translation>Server belum menjawab. Pasien disimpan di komputer ini dan dikirim sendiri; gelang dan semua kertas sudah dapat dicetak.</translation>
    </message>
</context>
<context>
    <name>simrs::EntityForm</name>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(tidak ada)</translation>
    </message>
    <message>
        <source>Type a time like 08:00</source>
        <translation>Ketik jam seperti 08:00</translation>
    </message>
    <message>
        <source>Type a whole number</source>
        <translation>Ketik bilangan bulat</translation>
    </message>
    <message>
        <source>Fill in: %1</source>
        <translation>Isi: %1</translation>
    </message>
    <message>
        <source>Not a date: type it as 23041990</source>
        <translation>Bukan tanggal: ketik seperti 23041990</translation>
    </message>
</context>
<context>
    <name>simrs::EntityTable</name>
    <message>
        <source>In use</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nonaktif</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>simrs::ExportPage</name>
    <message>
        <source>All patients into one list</source>
        <translation>Semua pasien dalam satu daftar</translation>
    </message>
    <message>
        <source>Identity data leave the house: everybody in the list is noted with your name, the reason and the moment.</source>
        <translation>Data identitas keluar dari rumah sakit: setiap pasien dalam daftar dicatat dengan nama Anda, alasan, dan waktunya.</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>Daftar (*.csv)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Why do they leave the house?</source>
        <translation>Mengapa data ini keluar dari rumah sakit?</translation>
    </message>
    <message>
        <source>For example the letter that asks for them, with its number</source>
        <translation>Misalnya surat permintaan dengan nomornya</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Kembali (Esc)</translation>
    </message>
    <message>
        <source>Write the list (Ctrl+S)</source>
        <translation>Tulis daftar (Ctrl+S)</translation>
    </message>
    <message>
        <source>Enter next field · Ctrl+S write the list · Esc stop or back</source>
        <translation>Enter isian berikut · Ctrl+S tulis daftar · Esc hentikan atau kembali</translation>
    </message>
    <message>
        <source>patients</source>
        <translation>pasien</translation>
    </message>
    <message>
        <source>Type the whole path, from the root on</source>
        <translation>Ketik jalur lengkap, dari akar</translation>
    </message>
    <message>
        <source>%1 patients so far</source>
        <translation>%1 pasien sejauh ini</translation>
    </message>
    <message>
        <source>Done: %1 patients</source>
        <translation>Selesai: %1 pasien</translation>
    </message>
    <message>
        <source>Stopped after %1 patients. No file was written.</source>
        <translation>Dihentikan setelah %1 pasien. Tidak ada berkas yang ditulis.</translation>
    </message>
    <message>
        <source>It ended after %1 patients. No file was written.</source>
        <translation>Berakhir setelah %1 pasien. Tidak ada berkas yang ditulis.</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Hentikan (Esc)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Menulis…</translation>
    </message>
    <message>
        <source>Export of %1 patients to “%2”</source>
        <translation>Ekspor %1 pasien ke “%2”</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Tersimpan: %1</translation>
    </message>
    <message>
        <source>Export patients</source>
        <translation>Ekspor pasien</translation>
    </message>
</context>
<context>
    <name>simrs::FileFinder</name>
    <message>
        <source>Name, MRN, NIK, card or phone</source>
        <translation>Nama, No. RM, NIK, kartu, atau telepon</translation>
    </message>
    <message>
        <source>Find the other file</source>
        <translation>Cari berkas yang lain</translation>
    </message>
    <message>
        <source>Files found</source>
        <translation>Berkas yang ditemukan</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>Belum ada yang ditemukan</translation>
    </message>
    <message>
        <source>Type whatever is known of the person.</source>
        <translation>Ketik apa saja yang diketahui tentang orang ini.</translation>
    </message>
    <message>
        <source>Nobody else found</source>
        <translation>Tidak ada orang lain yang ditemukan</translation>
    </message>
    <message>
        <source>Try the number on an old paper, or a part of the name.</source>
        <translation>Coba nomor pada kertas lama, atau sebagian nama.</translation>
    </message>
</context>
<context>
    <name>simrs::FormCommand</name>
    <message>
        <source>%1: nothing was saved. %2</source>
        <translation>%1: tidak ada yang tersimpan. %2</translation>
    </message>
</context>
<context>
    <name>simrs::FormGrid</name>
    <message numerus="yes">
        <source>At most %n character(s)</source>
        <translation>
            <numerusform>Paling banyak %n karakter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::FormSlot</name>
    <message>
        <source>%1, required</source>
        <translation>%1, wajib diisi</translation>
    </message>
</context>
<context>
    <name>simrs::HistoryView</name>
    <message>
        <source>History of this row</source>
        <translation>Riwayat baris ini</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Bertanya ke server…</translation>
    </message>
    <message>
        <source>No history now</source>
        <translation>Riwayat tidak tersedia</translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation>Belum ada perubahan</translation>
    </message>
    <message>
        <source>The row is as it came with the hospital&apos;s first data.</source>
        <translation>Baris ini masih seperti pada data awal rumah sakit.</translation>
    </message>
    <message>
        <source>Older changes are not shown.</source>
        <translation>Perubahan yang lebih lama tidak ditampilkan.</translation>
    </message>
    <message>
        <source>Command line of the server</source>
        <translation>Baris perintah server</translation>
    </message>
    <message>
        <source>Row made</source>
        <translation>Baris dibuat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
</context>
<context>
    <name>simrs::HitsModel</name>
    <message>
        <source>not known</source>
        <translation>belum diketahui</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Baru</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>No. RM</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Born · age</source>
        <translation>Lahir · umur</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Kunjungan terakhir</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Cocok pada</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
</context>
<context>
    <name>simrs::ImportMapping</name>
    <message>
        <source>(not in the list)</source>
        <translation>(tidak ada di daftar)</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Kolom %1</translation>
    </message>
    <message>
        <source>for example “%1”</source>
        <translation>misalnya “%1”</translation>
    </message>
    <message>
        <source>Not taken from the list: %1</source>
        <translation>Tidak diambil dari daftar: %1</translation>
    </message>
</context>
<context>
    <name>simrs::ImportPage</name>
    <message>
        <source>Steps of the import</source>
        <translation>Langkah impor</translation>
    </message>
    <message>
        <source>1  Columns</source>
        <translation>1  Kolom</translation>
    </message>
    <message>
        <source>2  First rows</source>
        <translation>2  Baris pertama</translation>
    </message>
    <message>
        <source>3  Import</source>
        <translation>3  Impor</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.tsv)</source>
        <translation>Daftar (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Koma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Titik koma</translation>
    </message>
    <message>
        <source>Tabulator</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Garis tegak</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Pengodean teks</translation>
    </message>
    <message>
        <source>Separated by</source>
        <translation>Pemisah</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Baris-baris pertama</translation>
    </message>
    <message>
        <source>No list is open</source>
        <translation>Belum ada daftar yang dibuka</translation>
    </message>
    <message>
        <source>Choose a list above; its first rows appear here as they would be taken in.</source>
        <translation>Pilih daftar di atas; baris pertamanya muncul di sini seperti yang akan diambil.</translation>
    </message>
    <message>
        <source>Which list is shown</source>
        <translation>Daftar yang ditampilkan</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Baris ditolak</translation>
    </message>
    <message>
        <source>Values left out</source>
        <translation>Isian yang dilewati</translation>
    </message>
    <message>
        <source>What was not taken</source>
        <translation>Yang tidak diambil</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Rows that cannot be taken in are listed here with the reason.</source>
        <translation>Baris yang tidak dapat diambil muncul di sini dengan alasannya.</translation>
    </message>
    <message>
        <source>Export… (F9)</source>
        <translation>Ekspor… (F9)</translation>
    </message>
    <message>
        <source>Save this list (Ctrl+S)</source>
        <translation>Simpan daftar ini (Ctrl+S)</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Hentikan (Esc)</translation>
    </message>
    <message>
        <source>Import (F8)</source>
        <translation>Impor (F8)</translation>
    </message>
    <message>
        <source>Enter next field · Ctrl+Tab next step · F8 import</source>
        <translation>Enter isian berikut · Ctrl+Tab langkah berikut · F8 impor</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s), %1</source>
        <translation>
            <numerusform>%n kolom, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Say which column holds the name: nobody is without one.</source>
        <translation>Tentukan kolom nama: setiap pasien punya nama.</translation>
    </message>
    <message>
        <source>Of the first %1 rows %2 would be refused. Look at “First rows”.</source>
        <translation>Dari %1 baris pertama, %2 akan ditolak. Lihat “Baris pertama”.</translation>
    </message>
    <message>
        <source>Take in this list?</source>
        <translation>Impor daftar ini?</translation>
    </message>
    <message>
        <source>“%1”, %2. Who is known already is not made again. The desks go on meanwhile, and it can be stopped at any time.</source>
        <translation>“%1”, %2. Pasien yang sudah dikenal tidak dibuat lagi. Loket tetap bekerja, dan impor dapat dihentikan kapan saja.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Import of “%1”: %2 new, %3 known, %4 refused</source>
        <translation>Impor “%1”: %2 baru, %3 dikenal, %4 ditolak</translation>
    </message>
    <message>
        <source>left-out</source>
        <translation>dilewati</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>Lists (*.csv)</source>
        <translation>Daftar (*.csv)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Berkas</translation>
    </message>
    <message>
        <source>Save this list?</source>
        <translation>Simpan daftar ini?</translation>
    </message>
    <message>
        <source>Each line with the value that was left out, and why.</source>
        <translation>Setiap baris dengan isian yang dilewati dan alasannya.</translation>
    </message>
    <message>
        <source>Each refused row as it stands in the list, with the reason before it: corrected it can be imported again.</source>
        <translation>Setiap baris yang ditolak seperti dalam daftar, dengan alasan di depannya: setelah diperbaiki dapat diimpor lagi.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Tersimpan: %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Mengimpor…</translation>
    </message>
    <message>
        <source>Import patients</source>
        <translation>Impor pasien</translation>
    </message>
</context>
<context>
    <name>simrs::ImportPreviewModel</name>
    <message>
        <source>about %1</source>
        <translation>sekitar %1</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Not all of it</source>
        <translation>Tidak semuanya</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Diambil</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Menjadi</translation>
    </message>
    <message>
        <source>Old MRN</source>
        <translation>No. RM lama</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>What is wrong, or left out</source>
        <translation>Yang salah atau dilewati</translation>
    </message>
</context>
<context>
    <name>simrs::ImportProgress</name>
    <message>
        <source>How far it is</source>
        <translation>Kemajuan</translation>
    </message>
    <message>
        <source>Values left out</source>
        <translation>Isian yang dilewati</translation>
    </message>
    <message>
        <source>Nothing has been taken in yet.</source>
        <translation>Belum ada yang diambil.</translation>
    </message>
    <message>
        <source>Waiting for the server. It goes on by itself.</source>
        <translation>Menunggu server. Akan berlanjut sendiri.</translation>
    </message>
    <message>
        <source>Done. Running the same list again takes in nobody twice.</source>
        <translation>Selesai. Mengimpor daftar yang sama lagi tidak menggandakan siapa pun.</translation>
    </message>
    <message>
        <source>Stopped. What was taken in stays; running the list again goes on from there.</source>
        <translation>Dihentikan. Yang sudah diambil tetap ada; impor ulang melanjutkan dari sana.</translation>
    </message>
    <message>
        <source>It ended before the last row. %1 Running the list again goes on from there.</source>
        <translation>Berakhir sebelum baris terakhir. %1 Impor ulang melanjutkan dari sana.</translation>
    </message>
    <message>
        <source>%1 % of the list</source>
        <translation>%1 % dari daftar</translation>
    </message>
    <message>
        <source>%1 % of the list, less than a minute left</source>
        <translation>%1 % dari daftar, sisa kurang dari satu menit</translation>
    </message>
    <message numerus="yes">
        <source>%1 % of the list, about %n minute(s) left</source>
        <translation>
            <numerusform>%1 % dari daftar, sisa sekitar %n menit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::ImportToldModel</name>
    <message>
        <source>Line</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Isinya</translation>
    </message>
    <message>
        <source>Why it was not taken</source>
        <translation>Mengapa tidak diambil</translation>
    </message>
</context>
<context>
    <name>simrs::InlineProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Batalkan</translation>
    </message>
</context>
<context>
    <name>simrs::LoginPage</name>
    <message>
        <source>Your session has ended. Sign in again: everything you typed is still here.</source>
        <translation>Sesi Anda sudah berakhir. Masuk lagi: semua isian Anda masih ada.</translation>
    </message>
    <message>
        <source>Sign in with your own account.</source>
        <translation>Masuk dengan akun Anda sendiri.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>I am somebody else…</source>
        <translation>Saya orang lain…</translation>
    </message>
    <message>
        <source>Another server…</source>
        <translation>Server lain…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Choose a password of your own</source>
        <translation>Buat kata sandi Anda sendiri</translation>
    </message>
    <message>
        <source>The first one was given to you by somebody else, who knows it.</source>
        <translation>Kata sandi pertama diberikan orang lain, yang mengetahuinya.</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>Simpan dan lanjutkan</translation>
    </message>
    <message>
        <source>Demo hospital with invented people. Accounts: loket1 to loket6, kepala, pmik, anjungan, perawat, dokter, gudang, manajer, admin, auditor; the password is wanasari- and the user name.</source>
        <translation>Rumah sakit demo dengan orang rekaan. Akun: loket1 sampai loket6, kepala, pmik, anjungan, perawat, dokter, gudang, manajer, admin, auditor; kata sandinya wanasari- lalu nama pengguna.</translation>
    </message>
    <message>
        <source>Hospital information system</source>
        <translation>Sistem informasi rumah sakit</translation>
    </message>
    <message>
        <source>Type your user name</source>
        <translation>Ketik nama pengguna Anda</translation>
    </message>
    <message>
        <source>Type your password</source>
        <translation>Ketik kata sandi Anda</translation>
    </message>
    <message>
        <source>The server does not answer. Check the network cable; signing in needs the server.</source>
        <translation>Server tidak menjawab. Periksa kabel jaringan; untuk masuk, server harus terhubung.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Sedang masuk…</translation>
    </message>
</context>
<context>
    <name>simrs::MainWindow</name>
    <message>
        <source>Change password…</source>
        <translation>Ganti kata sandi…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar akun</translation>
    </message>
    <message>
        <source>Refused: %1. %2</source>
        <translation>Ditolak: %1. %2</translation>
    </message>
    <message>
        <source>Done meanwhile: %1</source>
        <translation>Sudah terlaksana: %1</translation>
    </message>
    <message>
        <source>%1 was not printed. %2</source>
        <translation>%1 tidak tercetak. %2</translation>
    </message>
</context>
<context>
    <name>simrs::MasterTab</name>
    <message>
        <source>Filter this list</source>
        <translation>Saring daftar ini</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Tidak ada baris</translation>
    </message>
    <message>
        <source>What is saved here appears at every counter at once.</source>
        <translation>Yang disimpan di sini langsung muncul di semua loket.</translation>
    </message>
    <message>
        <source>Only to read: your role may not change master data.</source>
        <translation>Hanya dibaca: peran Anda tidak boleh mengubah data induk.</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>Buang isian Anda?</translation>
    </message>
    <message>
        <source>The changes in the form are not saved.</source>
        <translation>Perubahan pada formulir belum disimpan.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang isian</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>Lanjut mengisi</translation>
    </message>
    <message>
        <source>No answer yet. The result appears here as soon as it is known.</source>
        <translation>Belum ada jawaban. Hasilnya muncul di sini begitu diketahui.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Tersimpan: %1</translation>
    </message>
    <message>
        <source>Load the newest, keep what I typed</source>
        <translation>Muat yang terbaru, pertahankan isian saya</translation>
    </message>
    <message>
        <source>The newest is loaded; what you typed stands. Compare, then save again.</source>
        <translation>Data terbaru sudah dimuat; isian Anda tetap. Bandingkan, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>History (Ctrl+H)</source>
        <translation>Riwayat (Ctrl+H)</translation>
    </message>
</context>
<context>
    <name>simrs::MastersPage</name>
    <message>
        <source>Master data</source>
        <translation>Data induk</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Kembali (Esc)</translation>
    </message>
    <message>
        <source>New (F4)</source>
        <translation>Baru (F4)</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Simpan (Ctrl+S)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>Villages</source>
        <translation>Kelurahan/desa</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Daftar</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>%1 (not saved)</source>
        <translation>%1 (belum disimpan)</translation>
    </message>
    <message>
        <source>Ctrl+PgUp, Ctrl+PgDn list · Ctrl+F filter · Enter edit · Ctrl+H history</source>
        <translation>Ctrl+PgUp, Ctrl+PgDn daftar · Ctrl+F saring · Enter ubah · Ctrl+H riwayat</translation>
    </message>
    <message>
        <source>Ctrl+PgUp, Ctrl+PgDn list · Ctrl+F filter</source>
        <translation>Ctrl+PgUp, Ctrl+PgDn daftar · Ctrl+F saring</translation>
    </message>
</context>
<context>
    <name>simrs::MessageLogModel</name>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Peringatan</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Masalah</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
</context>
<context>
    <name>simrs::MessageLogPopup</name>
    <message>
        <source>Messages</source>
        <translation>Pesan</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Belum ada pesan</translation>
    </message>
    <message>
        <source>What was saved, sent or printed is listed here.</source>
        <translation>Yang disimpan, dikirim, atau dicetak tercatat di sini.</translation>
    </message>
</context>
<context>
    <name>simrs::NoticeStrip</name>
    <message>
        <source>Message</source>
        <translation>Pesan</translation>
    </message>
</context>
<context>
    <name>simrs::NumbersModel</name>
    <message>
        <source>The server itself</source>
        <translation>Server sendiri</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 sampai %2</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>hilang: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n still to be given</source>
        <translation>
            <numerusform>%n belum diberikan</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>Numbers missing</source>
        <translation>Ada nomor hilang</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Habis</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Belum dipakai</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Sedang dipakai</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nomor</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>Diberikan kepada</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Pada</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Pengguna</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Terpakai</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Sisa</translation>
    </message>
</context>
<context>
    <name>simrs::NumbersPage</name>
    <message>
        <source>What has become of this MRN?</source>
        <translation>Ketik No. RM untuk melihat riwayatnya</translation>
    </message>
    <message>
        <source>MRN to look for</source>
        <translation>No. RM yang dicari</translation>
    </message>
    <message>
        <source>Blocks of numbers</source>
        <translation>Blok nomor</translation>
    </message>
    <message>
        <source>No block</source>
        <translation>Belum ada blok</translation>
    </message>
    <message>
        <source>A block appears here when a computer is given its first numbers.</source>
        <translation>Blok muncul di sini saat sebuah komputer menerima nomor pertamanya.</translation>
    </message>
    <message>
        <source>Open file (F6)</source>
        <translation>Buka berkas (F6)</translation>
    </message>
    <message>
        <source>Older numbers (F8)</source>
        <translation>Nomor lebih lama (F8)</translation>
    </message>
    <message>
        <source>Type a number to see what became of it · F8 older numbers · newest on top</source>
        <translation>Ketik nomor untuk melihat riwayatnya · F8 nomor lebih lama · terbaru di atas</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>%1 has never been given here.</source>
        <translation>%1 belum pernah diberikan di sini.</translation>
    </message>
    <message>
        <source>%1 is still to be given. It belongs to: %2.</source>
        <translation>%1 belum diberikan. Milik: %2.</translation>
    </message>
    <message>
        <source>%1 is missing. %2 took it for a registration that has not come: it was left before saving, or it still waits on that computer.</source>
        <translation>%1 hilang. %2 mengambilnya untuk pendaftaran yang belum sampai: ditinggalkan sebelum disimpan, atau masih menunggu di komputer itu.</translation>
    </message>
    <message>
        <source>%1 is missing. %2 gave it on %3, and the registration was refused: %4</source>
        <translation>%1 hilang. %2 memberikannya pada %3, dan pendaftarannya ditolak: %4</translation>
    </message>
    <message>
        <source>%1 is %2&apos;s, registered on %3.</source>
        <translation>%1 milik %2, terdaftar pada %3.</translation>
    </message>
    <message>
        <source>%1 was given on %2 to a file that is merged into %3, %4.</source>
        <translation>%1 diberikan pada %2 kepada berkas yang sudah digabung ke %3, %4.</translation>
    </message>
    <message>
        <source>%1 is a number of the system before this one. It finds %2, %3.</source>
        <translation>%1 adalah nomor dari sistem sebelumnya. Nomor ini menemukan %2, %3.</translation>
    </message>
    <message>
        <source>%1 may have been given between a backup and its restore. Nobody knows to whom.</source>
        <translation>%1 mungkin diberikan di antara cadangan dan pemulihannya. Tidak diketahui kepada siapa.</translation>
    </message>
    <message>
        <source>Book of MRNs</source>
        <translation>Buku nomor RM</translation>
    </message>
</context>
<context>
    <name>simrs::PageHost</name>
    <message>
        <source>Leave without saving?</source>
        <translation>Tinggalkan tanpa menyimpan?</translation>
    </message>
    <message>
        <source>What you typed on “%1” is not saved. If you leave, it is lost.</source>
        <translation>Isian Anda di “%1” belum disimpan. Bila ditinggalkan, isian itu hilang.</translation>
    </message>
    <message>
        <source>Leave and lose it</source>
        <translation>Tinggalkan dan buang</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Tetap di sini</translation>
    </message>
</context>
<context>
    <name>simrs::PairsModel</name>
    <message>
        <source>Older file</source>
        <translation>Berkas lama</translation>
    </message>
    <message>
        <source>Newer file</source>
        <translation>Berkas baru</translation>
    </message>
    <message>
        <source>For and against</source>
        <translation>Yang sama dan yang berbeda</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>dipilih oleh Anda</translation>
    </message>
</context>
<context>
    <name>simrs::PairsPage</name>
    <message>
        <source>Keep the other (F4)</source>
        <translation>Pakai yang lain (F4)</translation>
    </message>
    <message>
        <source>Two people… (F9)</source>
        <translation>Dua orang… (F9)</translation>
    </message>
    <message>
        <source>One person: merge… (F8)</source>
        <translation>Satu orang: gabungkan… (F8)</translation>
    </message>
    <message>
        <source>Enter takes the other value · F8 one person · F9 two people</source>
        <translation>Enter memakai isian lain · F8 satu orang · F9 dua orang</translation>
    </message>
    <message>
        <source>Files that may be one person&apos;s</source>
        <translation>Berkas yang mungkin milik satu orang</translation>
    </message>
    <message>
        <source>Pairs of files</source>
        <translation>Pasangan berkas</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Tidak ada yang perlu diputuskan</translation>
    </message>
    <message>
        <source>A pair appears here when somebody is registered who is probably known.</source>
        <translation>Pasangan muncul di sini bila yang didaftarkan kemungkinan pasien lama.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Berdampingan</translation>
    </message>
    <message>
        <source>Both files, field by field</source>
        <translation>Kedua berkas, isian demi isian</translation>
    </message>
    <message>
        <source>No pair chosen</source>
        <translation>Belum ada pasangan dipilih</translation>
    </message>
    <message>
        <source>Choose a pair above to see both files.</source>
        <translation>Pilih pasangan di atas untuk melihat kedua berkas.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>The %1 likeliest pairs are shown.</source>
        <translation>Ditampilkan %1 pasangan yang paling mungkin.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) differ</source>
        <translation>
            <numerusform>%n isian berbeda</numerusform>
        </translation>
    </message>
    <message>
        <source>Merge these two files?</source>
        <translation>Gabungkan kedua berkas ini?</translation>
    </message>
    <message>
        <source>File %1 stays. File %2 leads to it from now on: its number and its papers go on being found. It can be taken back.</source>
        <translation>Berkas %1 dipakai. Berkas %2 mengarah ke sana: nomor dan kertasnya tetap ditemukan. Dapat dipisahkan kembali.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Gabungkan</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>Apa dasarnya?</translation>
    </message>
    <message>
        <source>Merged into %1</source>
        <translation>Digabungkan ke %1</translation>
    </message>
    <message>
        <source>Merged into %1, but its fields were not changed. %2</source>
        <translation>Digabungkan ke %1, tetapi isiannya tidak diubah. %2</translation>
    </message>
    <message>
        <source>Are these two people?</source>
        <translation>Ini dua orang?</translation>
    </message>
    <message>
        <source>%1 and %2 are not asked about again.</source>
        <translation>%1 dan %2 tidak ditanyakan lagi.</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Dua orang</translation>
    </message>
    <message>
        <source>Remembered: two people</source>
        <translation>Dicatat: dua orang</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>Duplicate files</source>
        <translation>Data ganda</translation>
    </message>
    <message>
        <source>These two are one file already.</source>
        <translation>Kedua berkas ini sudah menjadi satu.</translation>
    </message>
</context>
<context>
    <name>simrs::PaperPreview</name>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
</context>
<context>
    <name>simrs::PapersModel</name>
    <message>
        <source>needs a visit</source>
        <translation>perlu kunjungan</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Dikirim ke</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Dicetak</translation>
    </message>
    <message>
        <source>no queue number</source>
        <translation>tanpa nomor antrean</translation>
    </message>
</context>
<context>
    <name>simrs::PapersPage</name>
    <message>
        <source>Print queue (F12)</source>
        <translation>Antrean cetak (F12)</translation>
    </message>
    <message>
        <source>Print (Enter)</source>
        <translation>Cetak (Enter)</translation>
    </message>
    <message>
        <source>F3 to F11 print at once · Enter prints the chosen one · scan the print to test it</source>
        <translation>F3 sampai F11 langsung mencetak · Enter mencetak yang dipilih · pindai hasilnya untuk menguji</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Dokumen cetak</translation>
    </message>
    <message>
        <source>Papers of this patient</source>
        <translation>Dokumen cetak pasien ini</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>Dewasa</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Newborn</source>
        <translation>Bayi baru lahir</translation>
    </message>
    <message>
        <source>How many labels</source>
        <translation>Jumlah label</translation>
    </message>
    <message>
        <source>Wristband</source>
        <translation>Gelang pasien</translation>
    </message>
    <message>
        <source>Shelf of the old file</source>
        <translation>Rak berkas lama</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>This file has no number yet: the server gives it. Until then there is nothing to print on its papers.</source>
        <translation>Berkas ini belum bernomor: server yang memberikannya. Sampai saat itu belum ada yang dapat dicetak.</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>dalam antrean</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>baru saja</translation>
    </message>
    <message>
        <source>%1: there is no visit it could be about.</source>
        <translation>%1: belum ada kunjungan yang bersangkutan.</translation>
    </message>
    <message>
        <source>%1 printed</source>
        <translation>%1 dicetak</translation>
    </message>
    <message>
        <source>%1 was not printed. %2 It stands in the print queue (F12).</source>
        <translation>%1 tidak tercetak. %2 Ada di antrean cetak (F12).</translation>
    </message>
    <message>
        <source>%1× · %2</source>
        <translation>%1× · %2</translation>
    </message>
    <message>
        <source>%1 is kept on this computer until the server answers. The papers are valid.</source>
        <translation>%1 disimpan di komputer ini sampai server menjawab. Kertasnya berlaku.</translation>
    </message>
    <message>
        <source>Nobody can say now whether these papers were printed before: they come out marked as copies.</source>
        <translation>Saat ini tidak diketahui apakah kertas ini sudah pernah dicetak: semuanya keluar bertanda salinan.</translation>
    </message>
</context>
<context>
    <name>simrs::PasswordForm</name>
    <message>
        <source>Present password</source>
        <translation>Kata sandi sekarang</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Ulangi kata sandi baru</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s)</source>
        <translation>
            <numerusform>Sedikitnya %n karakter</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your present password</source>
        <translation>Ketik kata sandi Anda sekarang</translation>
    </message>
    <message>
        <source>The two new passwords differ</source>
        <translation>Kedua kata sandi baru berbeda</translation>
    </message>
    <message>
        <source>This is not your present password</source>
        <translation>Ini bukan kata sandi Anda sekarang</translation>
    </message>
</context>
<context>
    <name>simrs::PasswordPage</name>
    <message>
        <source>Your password</source>
        <translation>Kata sandi Anda</translation>
    </message>
    <message>
        <source>It is yours alone: everything done with it stands under your name.</source>
        <translation>Hanya milik Anda: semua yang dilakukan dengannya tercatat atas nama Anda.</translation>
    </message>
    <message>
        <source>Enter next field · Ctrl+S save · Esc back</source>
        <translation>Enter isian berikut · Ctrl+S simpan · Esc kembali</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Kembali (Esc)</translation>
    </message>
    <message>
        <source>Change password (Ctrl+S)</source>
        <translation>Ganti kata sandi (Ctrl+S)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>Your password was changed</source>
        <translation>Kata sandi Anda sudah diganti</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Ganti kata sandi</translation>
    </message>
</context>
<context>
    <name>simrs::PathField</name>
    <message>
        <source>Choose a file (F3)</source>
        <translation>Pilih berkas (F3)</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Pilih berkas</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Simpan sebagai</translation>
    </message>
</context>
<context>
    <name>simrs::PatientBanner</name>
    <message>
        <source>Patient</source>
        <translation>Pasien</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>No. RM</translation>
    </message>
    <message>
        <source>Show the whole NIK (is recorded)</source>
        <translation>Tampilkan NIK lengkap (tercatat)</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>belum diketahui</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Nama belum diketahui</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (title)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>sex not known</source>
        <translation>jenis kelamin belum diketahui</translation>
    </message>
    <message>
        <source>birth date not known</source>
        <translation>tanggal lahir belum diketahui</translation>
    </message>
    <message>
        <source>DECEASED</source>
        <translation>MENINGGAL</translation>
    </message>
    <message>
        <source>ALLERGY: %1</source>
        <translation>ALERGI: %1</translation>
    </message>
    <message>
        <source>No known allergies</source>
        <translation>Tidak ada alergi</translation>
    </message>
    <message>
        <source>Allergies: not asked yet</source>
        <translation>Alergi: belum ditanyakan</translation>
    </message>
    <message>
        <source>Allergies: unavailable</source>
        <translation>Alergi: data tidak tersedia</translation>
    </message>
    <message>
        <source>Allergies: unavailable, %1</source>
        <translation>Alergi: data tidak tersedia, %1</translation>
    </message>
</context>
<context>
    <name>simrs::PatientForm</name>
    <message>
        <source>Identity</source>
        <translation>Identitas</translation>
    </message>
    <message>
        <source>Name as on the identity card</source>
        <translation>Nama sesuai KTP</translation>
    </message>
    <message>
        <source>If there is no NIK, why</source>
        <translation>Bila tanpa NIK, alasannya</translation>
    </message>
    <message>
        <source>or age: years</source>
        <translation>atau umur: tahun</translation>
    </message>
    <message>
        <source>months</source>
        <translation>bulan</translation>
    </message>
    <message>
        <source>Card, contact and safety</source>
        <translation>Kartu, kontak, dan keselamatan</translation>
    </message>
    <message>
        <source>Somebody else has cleared it</source>
        <translation>Dikosongkan orang lain</translation>
    </message>
    <message>
        <source>Somebody else wrote: %1</source>
        <translation>Orang lain menulis: %1</translation>
    </message>
    <message>
        <source>Whole numbers only</source>
        <translation>Hanya bilangan bulat</translation>
    </message>
    <message>
        <source>At most %1 years</source>
        <translation>Paling banyak %1 tahun</translation>
    </message>
    <message>
        <source>At most 24 months</source>
        <translation>Paling banyak 24 bulan</translation>
    </message>
    <message>
        <source>Not a date: type it as 23041990</source>
        <translation>Bukan tanggal: ketik 23041990</translation>
    </message>
    <message>
        <source>16 digits, or say why there is none</source>
        <translation>16 digit, atau pilih alasannya</translation>
    </message>
    <message>
        <source>13 digits</source>
        <translation>13 digit</translation>
    </message>
    <message>
        <source>Estimated: %1</source>
        <translation>Perkiraan: %1</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Tidak dipakai</translation>
    </message>
    <message>
        <source>Proposed by sex and age</source>
        <translation>Usulan dari umur, L/P</translation>
    </message>
    <message>
        <source>Ask, if you can</source>
        <translation>Tanyakan bila bisa</translation>
    </message>
</context>
<context>
    <name>simrs::PatientFormPage</name>
    <message>
        <source>Back (Esc)</source>
        <translation>Kembali (Esc)</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Simpan (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save and register visit (F6)</source>
        <translation>Simpan dan daftarkan (F6)</translation>
    </message>
    <message>
        <source>Correct patient</source>
        <translation>Perbaiki data pasien</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Pasien baru</translation>
    </message>
    <message>
        <source>Save changes (Ctrl+S)</source>
        <translation>Simpan perubahan (Ctrl+S)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>No answer from the server yet. What you typed is kept on this computer and is sent by itself; the result appears here and in the messages. You may go on with the next patient.</source>
        <translation>Server belum menjawab. Isian Anda disimpan di komputer ini dan dikirim sendiri; hasilnya muncul di sini dan di pesan. Anda boleh melayani pasien berikutnya.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Tersimpan: %1</translation>
    </message>
    <message>
        <source>New patient %1: MRN %2</source>
        <translation>Pasien baru %1: No. RM %2</translation>
    </message>
    <message>
        <source>Somebody else changed this patient while you were typing: %1. Nothing was saved.</source>
        <translation>Orang lain mengubah data pasien ini saat Anda mengetik: %1. Belum ada yang disimpan.</translation>
    </message>
    <message>
        <source>Load the newest, keep what I typed</source>
        <translation>Muat yang terbaru, pertahankan isian saya</translation>
    </message>
    <message>
        <source>Another patient already has this NIK. Nothing was saved.</source>
        <translation>Pasien lain sudah memakai NIK ini. Belum ada yang disimpan.</translation>
    </message>
    <message>
        <source>Patient %1 already has this NIK. Nothing was saved.</source>
        <translation>Pasien %1 sudah memakai NIK ini. Belum ada yang disimpan.</translation>
    </message>
    <message>
        <source>Open that patient</source>
        <translation>Buka pasien itu</translation>
    </message>
    <message>
        <source>The newest is loaded; what you typed stands. Compare the marked fields, then save again.</source>
        <translation>Data terbaru sudah dimuat; isian Anda tetap. Bandingkan isian yang ditandai, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>It was already sent and cannot be taken back; its result appears here.</source>
        <translation>Sudah terkirim dan tidak dapat ditarik; hasilnya muncul di sini.</translation>
    </message>
    <message>
        <source>Taken back: nothing was sent. What you typed is still here.</source>
        <translation>Ditarik kembali: tidak ada yang dikirim. Isian Anda masih ada.</translation>
    </message>
    <message>
        <source>Belongs to %1</source>
        <translation>Milik %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Memuat…</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Menunggu server</translation>
    </message>
    <message>
        <source>This form was refused while you were elsewhere. Correct it and save it again, or begin anew.</source>
        <translation>Formulir ini ditolak saat Anda di halaman lain. Perbaiki lalu simpan lagi, atau mulai baru.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Mulai baru</translation>
    </message>
    <message>
        <source>%1: saved, MRN %2</source>
        <translation>%1: tersimpan, No. RM %2</translation>
    </message>
    <message>
        <source>%1: nothing was saved, the form is kept. %2</source>
        <translation>%1: belum tersimpan, isian formulir tetap ada. %2</translation>
    </message>
    <message>
        <source>The number for papers is %1.</source>
        <translation>Nomor untuk kertas: %1.</translation>
    </message>
    <message>
        <source>Compare the two files (F8)</source>
        <translation>Bandingkan kedua berkas (F8)</translation>
    </message>
    <message>
        <source>Enter next field · Ctrl+S save · F7 it is the similar patient</source>
        <translation>Enter isian berikut · Ctrl+S simpan · F7 ternyata pasien yang mirip</translation>
    </message>
    <message>
        <source>Is this the patient?</source>
        <translation>Apakah ini pasiennya?</translation>
    </message>
    <message>
        <source>Typed: %1
File: %2, %3</source>
        <translation>Diketik: %1
Berkas: %2, %3</translation>
    </message>
    <message>
        <source>Yes, this patient</source>
        <translation>Ya, pasien ini</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Kembali ke formulir</translation>
    </message>
</context>
<context>
    <name>simrs::PatientPage</name>
    <message>
        <source>Visits</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Visits of this patient</source>
        <translation>Kunjungan pasien ini</translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>Belum ada kunjungan</translation>
    </message>
    <message>
        <source>F6 registers the first one.</source>
        <translation>F6 mendaftarkan yang pertama.</translation>
    </message>
    <message>
        <source>Correct (F3)</source>
        <translation>Perbaiki (F3)</translation>
    </message>
    <message>
        <source>Register visit (F6)</source>
        <translation>Daftarkan kunjungan (F6)</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identitas</translation>
    </message>
    <message>
        <source>Patient file</source>
        <translation>Berkas pasien</translation>
    </message>
    <message>
        <source>This may be out of date. %1</source>
        <translation>Data ini mungkin sudah lama. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>No NIK because</source>
        <translation>Tanpa NIK karena</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Terdaftar sejak</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>belum diketahui</translation>
    </message>
    <message>
        <source>No answer yet: the cancelling waits and is sent by itself.</source>
        <translation>Belum ada jawaban: pembatalan menunggu dan dikirim sendiri.</translation>
    </message>
    <message>
        <source>Papers (F12)</source>
        <translation>Dokumen cetak (F12)</translation>
    </message>
    <message>
        <source>Newborn (F9)</source>
        <translation>Bayi baru lahir (F9)</translation>
    </message>
    <message>
        <source>Admit… (F8)</source>
        <translation>Rawat inap… (F8)</translation>
    </message>
    <message>
        <source>Enter open visit</source>
        <translation>Enter buka kunjungan</translation>
    </message>
    <message>
        <source>No answer yet: it is kept and sent by itself.</source>
        <translation>Belum ada jawaban: tersimpan dan terkirim sendiri.</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Belum ditanyakan</translation>
    </message>
    <message>
        <source>Merge… (F7)</source>
        <translation>Gabungkan… (F7)</translation>
    </message>
    <message>
        <source>Merge with another file of this person…</source>
        <translation>Gabungkan dengan berkas lain milik orang ini…</translation>
    </message>
    <message>
        <source>Former file</source>
        <translation>Berkas terdahulu</translation>
    </message>
    <message>
        <source>Part again…</source>
        <translation>Pisahkan kembali…</translation>
    </message>
    <message>
        <source>Part file %1 again…</source>
        <translation>Pisahkan kembali berkas %1…</translation>
    </message>
    <message>
        <source>Part these two files again?</source>
        <translation>Pisahkan kembali kedua berkas ini?</translation>
    </message>
    <message>
        <source>File %1 stands for itself again, with the visits that were written for it. What was written into %2 since the merge stays there; somebody has to look at it.</source>
        <translation>Berkas %1 berdiri sendiri lagi, dengan kunjungan yang ditulis untuknya. Yang ditulis ke %2 sejak digabungkan tetap di sana; seseorang harus memeriksanya.</translation>
    </message>
    <message>
        <source>Part again</source>
        <translation>Pisahkan kembali</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>Apa dasarnya?</translation>
    </message>
    <message>
        <source>Two files again</source>
        <translation>Kembali menjadi dua berkas</translation>
    </message>
    <message>
        <source>Ticket (Ctrl+P)</source>
        <translation>Nomor antrean (Ctrl+P)</translation>
    </message>
    <message>
        <source>Cancel visit… (Alt+F8)</source>
        <translation>Batalkan kunjungan… (Alt+F8)</translation>
    </message>
</context>
<context>
    <name>simrs::PendingModel</name>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Perubahan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>Artinya</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Terkirim</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Tidak dilaksanakan: %1</translation>
    </message>
    <message>
        <source>Whether it was done is asked at the next connection</source>
        <translation>Hasilnya ditanyakan begitu tersambung lagi</translation>
    </message>
    <message>
        <source>Sent by itself at the next connection</source>
        <translation>Dikirim sendiri begitu tersambung lagi</translation>
    </message>
</context>
<context>
    <name>simrs::PendingPage</name>
    <message>
        <source>This computer and the server disagree</source>
        <translation>Catatan komputer ini dan server berbeda</translation>
    </message>
    <message>
        <source>Start over as a new device…</source>
        <translation>Mulai lagi sebagai perangkat baru…</translation>
    </message>
    <message>
        <source>Pending and refused changes</source>
        <translation>Perubahan menunggu dan ditolak</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Tidak ada yang menunggu</translation>
    </message>
    <message>
        <source>Changes appear here while they have no answer, and when they were refused.</source>
        <translation>Perubahan muncul di sini sampai dikonfirmasi server, dan bila ditolak.</translation>
    </message>
    <message>
        <source>Esc back</source>
        <translation>Esc kembali</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Kembali (Esc)</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Tarik kembali…</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Sudah saya baca</translation>
    </message>
    <message>
        <source>Connect now (F5)</source>
        <translation>Sambungkan (F5)</translation>
    </message>
    <message>
        <source>Connection and pending changes</source>
        <translation>Sambungan dan perubahan menunggu</translation>
    </message>
    <message>
        <source>Connected to %1 (%2).</source>
        <translation>Terhubung ke %1 (%2).</translation>
    </message>
    <message>
        <source>No server has been chosen yet.</source>
        <translation>Server belum dipilih.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Menghubungkan ke %1…</translation>
    </message>
    <message>
        <source>No connection to %1 since %2. It is tried again by itself; what waits is kept on this computer.</source>
        <translation>Tidak ada sambungan ke %1 sejak %2. Dicoba lagi sendiri; yang menunggu disimpan di komputer ini.</translation>
    </message>
    <message>
        <source>One of the two was restored from an older copy, so the server knows other changes of this computer than the computer does. Nothing is sent until this is settled. Write down what is listed below and call IT.</source>
        <translation>Salah satunya dipulihkan dari salinan lama, sehingga server mengenal perubahan lain dari komputer ini. Tidak ada yang dikirim sampai ini diselesaikan. Catat daftar di bawah dan hubungi tim IT.</translation>
    </message>
    <message>
        <source>Take back “%1”?</source>
        <translation>Tarik kembali “%1”?</translation>
    </message>
    <message>
        <source>It was not sent yet. It will not be done.</source>
        <translation>Ini belum dikirim dan tidak akan dilaksanakan.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Ditarik kembali: %1</translation>
    </message>
    <message>
        <source>Start over as a new device?</source>
        <translation>Mulai lagi sebagai perangkat baru?</translation>
    </message>
    <message>
        <source>The changes listed here are put aside and not sent. You sign in again afterwards. Do this only when IT tells you to.</source>
        <translation>Perubahan di daftar ini disisihkan dan tidak dikirim. Sesudahnya Anda masuk lagi. Lakukan hanya bila diminta tim IT.</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Mulai lagi</translation>
    </message>
    <message>
        <source>A file of this computer was damaged</source>
        <translation>Ada file rusak di komputer ini</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Sudah saya baca</translation>
    </message>
    <message>
        <source>It was already sent, or its paper is out, and cannot be taken back.</source>
        <translation>Sudah terkirim, atau kertasnya sudah dicetak, sehingga tidak dapat ditarik kembali.</translation>
    </message>
    <message numerus="yes">
        <source>Data for working offline is coming: %1 of %2 rows, and %n unit(s) after it.</source>
        <translation>
            <numerusform>Data untuk kerja luring sedang diambil: %1 dari %2 baris, lalu %n unit lagi.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer holds no unit: without the server it can search and show nothing.</source>
        <translation>Komputer ini tidak menyimpan data unit: tanpa server tidak dapat mencari atau menampilkan apa pun.</translation>
    </message>
    <message numerus="yes">
        <source>This computer holds the data of %n unit(s) for working offline.</source>
        <translation>
            <numerusform>Komputer ini menyimpan data %n unit untuk kerja luring.</numerusform>
        </translation>
    </message>
    <message>
        <source>The data for working offline cannot be kept up to date: %1</source>
        <translation>Data untuk bekerja luring tidak dapat dimutakhirkan: %1</translation>
    </message>
</context>
<context>
    <name>simrs::PhotoBox</name>
    <message>
        <source>Photo (Ctrl+K)</source>
        <translation>Foto (Ctrl+K)</translation>
    </message>
    <message>
        <source>The photo is shown when connected.</source>
        <translation>Foto tampil saat daring.</translation>
    </message>
    <message>
        <source>Photo of %1</source>
        <translation>Foto %1</translation>
    </message>
    <message>
        <source>Look at the person and the picture before you save it.</source>
        <translation>Cocokkan orang dan fotonya sebelum menyimpan.</translation>
    </message>
    <message>
        <source>Save photo</source>
        <translation>Simpan foto</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>Photo of %1 taken away</source>
        <translation>Foto %1 dihapus dari tampilan</translation>
    </message>
    <message>
        <source>Photo of %1 saved</source>
        <translation>Foto %1 disimpan</translation>
    </message>
    <message>
        <source>No answer yet: it is kept and sent by itself.</source>
        <translation>Belum ada jawaban: disimpan dan dikirim sendiri.</translation>
    </message>
</context>
<context>
    <name>simrs::PhotoPanel</name>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png)</source>
        <translation>Foto (*.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>Picture file</source>
        <translation>Berkas foto</translation>
    </message>
    <message>
        <source>F3 looks for one</source>
        <translation>F3 mencari berkas</translation>
    </message>
    <message>
        <source>Camera (F5)</source>
        <translation>Kamera (F5)</translation>
    </message>
    <message>
        <source>No photo (F8)</source>
        <translation>Tanpa foto (F8)</translation>
    </message>
    <message>
        <source>The camera cannot be opened. Choose a file instead.</source>
        <translation>Kamera tidak dapat dibuka. Pilih berkas saja.</translation>
    </message>
    <message>
        <source>The camera starts…</source>
        <translation>Kamera dinyalakan…</translation>
    </message>
    <message>
        <source>Take the picture (F5)</source>
        <translation>Ambil foto (F5)</translation>
    </message>
    <message>
        <source>The camera gives no picture. Is another program using it?</source>
        <translation>Kamera tidak memberi gambar. Apakah sedang dipakai program lain?</translation>
    </message>
    <message>
        <source>Take the picture first</source>
        <translation>Ambil foto dahulu</translation>
    </message>
    <message>
        <source>Choose a picture first</source>
        <translation>Pilih foto dahulu</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>Membaca foto…</translation>
    </message>
</context>
<context>
    <name>simrs::Portrait</name>
    <message>
        <source>Photo of %1</source>
        <translation>Foto %1</translation>
    </message>
    <message>
        <source>No photo of %1</source>
        <translation>Belum ada foto %1</translation>
    </message>
</context>
<context>
    <name>simrs::PrintersModel</name>
    <message>
        <source>PDF file</source>
        <translation>Berkas PDF</translation>
    </message>
    <message>
        <source>Printer of this computer</source>
        <translation>Printer komputer ini</translation>
    </message>
    <message>
        <source>Receipt printer (ESC/POS)</source>
        <translation>Printer struk (ESC/POS)</translation>
    </message>
    <message>
        <source>Label printer (ZPL)</source>
        <translation>Printer label (ZPL)</translation>
    </message>
    <message>
        <source>Folder of the settings</source>
        <translation>Folder pengaturan</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Dikirim ke</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Tujuan</translation>
    </message>
</context>
<context>
    <name>simrs::PrintersPage</name>
    <message>
        <source>Papers</source>
        <translation>Dokumen cetak</translation>
    </message>
    <message>
        <source>Papers and their printers</source>
        <translation>Dokumen dan printernya</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Kembali (Esc)</translation>
    </message>
    <message>
        <source>Print queue (F8)</source>
        <translation>Antrean cetak (F8)</translation>
    </message>
    <message>
        <source>Test print (Ctrl+P)</source>
        <translation>Cetak uji (Ctrl+P)</translation>
    </message>
    <message>
        <source>Up and down choose · Enter change · Ctrl+P test print · kept on this computer at once</source>
        <translation>Atas dan bawah memilih · Enter mengubah · Ctrl+P cetak uji · langsung tersimpan di komputer ini</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Dikirim ke</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Width of the roll</source>
        <translation>Lebar gulungan</translation>
    </message>
    <message>
        <source>Empty: the folder of the settings.</source>
        <translation>Kosong: folder pengaturan.</translation>
    </message>
    <message>
        <source>Name of the printer</source>
        <translation>Nama printer</translation>
    </message>
    <message>
        <source>As this computer calls it.</source>
        <translation>Sesuai nama di komputer ini.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Such as 192.168.1.20:9100; without a port it is 9100.</source>
        <translation>Misalnya 192.168.1.20:9100; tanpa porta berarti 9100.</translation>
    </message>
    <message>
        <source>Type the whole path, from the root on</source>
        <translation>Ketik jalur lengkap, dari akar</translation>
    </message>
    <message>
        <source>Type the printer&apos;s name</source>
        <translation>Ketik nama printer</translation>
    </message>
    <message>
        <source>Type an address such as 192.168.1.20:9100</source>
        <translation>Ketik alamat seperti 192.168.1.20:9100</translation>
    </message>
    <message>
        <source>%1: the printer took the test print.</source>
        <translation>%1: printer menerima cetak uji.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: the test print is on its way.</source>
        <translation>%1: cetak uji sedang dikirim.</translation>
    </message>
    <message>
        <source>TEST PRINT</source>
        <translation>CETAK UJI</translation>
    </message>
    <message>
        <source>Nobody: this paper is a test</source>
        <translation>Bukan pasien: kertas ini hanya uji</translation>
    </message>
    <message>
        <source>Test print: %1</source>
        <translation>Cetak uji: %1</translation>
    </message>
    <message>
        <source>Printers of this computer</source>
        <translation>Printer komputer ini</translation>
    </message>
    <message numerus="yes">
        <source>At most %n character(s)</source>
        <translation>
            <numerusform>Paling banyak %n karakter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::PrintsModel</name>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Percobaan</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Masalah</translation>
    </message>
</context>
<context>
    <name>simrs::PrintsPage</name>
    <message>
        <source>Print queue</source>
        <translation>Antrean cetak</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Tidak ada yang menunggu</translation>
    </message>
    <message>
        <source>Every paper passes here on its way to the printer.</source>
        <translation>Setiap kertas lewat sini dalam perjalanan ke printer.</translation>
    </message>
    <message>
        <source>Printers (F9)</source>
        <translation>Printer (F9)</translation>
    </message>
    <message>
        <source>Clear printed (F8)</source>
        <translation>Bersihkan yang tercetak (F8)</translation>
    </message>
    <message>
        <source>Take out (Del)</source>
        <translation>Keluarkan (Del)</translation>
    </message>
    <message>
        <source>Try again (F5)</source>
        <translation>Coba lagi (F5)</translation>
    </message>
    <message>
        <source>Enter or F5 try again · Del take out · F9 printers · the oldest first</source>
        <translation>Enter atau F5 coba lagi · Del keluarkan · F9 printer · yang terlama di atas</translation>
    </message>
</context>
<context>
    <name>simrs::QuestionDialog</name>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
</context>
<context>
    <name>simrs::ScanCard</name>
    <message>
        <source>Test scan</source>
        <translation>Uji pindai</translation>
    </message>
    <message>
        <source>Scan the code of the print</source>
        <translation>Pindai kode pada hasil cetak</translation>
    </message>
    <message>
        <source>A code that cannot be read is found out here.</source>
        <translation>Kode yang tidak terbaca ketahuan di sini.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Benar</translation>
    </message>
    <message>
        <source>This patient&apos;s number: %1</source>
        <translation>Nomor pasien ini: %1</translation>
    </message>
    <message>
        <source>The number of this visit of %1</source>
        <translation>Nomor kunjungan ini, milik %1</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Lain</translation>
    </message>
    <message>
        <source>“%1” is not this patient&apos;s number. Do not hand it out.</source>
        <translation>“%1” bukan nomor pasien ini. Jangan diserahkan.</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Tidak terbaca</translation>
    </message>
    <message>
        <source>No number came. Print it again, larger or darker.</source>
        <translation>Tidak ada nomor yang terbaca. Cetak lagi, lebih besar atau lebih pekat.</translation>
    </message>
</context>
<context>
    <name>simrs::SearchPage</name>
    <message>
        <source>Scan a card, or type: MRN, NIK, BPJS card, phone, name and birth year</source>
        <translation>Pindai kartu, atau ketik: No. RM, NIK, kartu BPJS, telepon, nama dan tahun lahir</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation>Pasien yang ditemukan</translation>
    </message>
    <message>
        <source>New patient (F4)</source>
        <translation>Pasien baru (F4)</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Buka berkas</translation>
    </message>
    <message>
        <source>Register visit (F6)</source>
        <translation>Daftarkan kunjungan (F6)</translation>
    </message>
    <message>
        <source>Find patient</source>
        <translation>Cari pasien</translation>
    </message>
    <message>
        <source>Type a little more</source>
        <translation>Ketik sedikit lagi</translation>
    </message>
    <message>
        <source>At least two letters of a name, or a whole number.</source>
        <translation>Sedikitnya dua huruf nama, atau satu nomor lengkap.</translation>
    </message>
    <message>
        <source>No patient found for “%1”</source>
        <translation>Tidak ada pasien untuk “%1”</translation>
    </message>
    <message>
        <source>Try fewer letters, another spelling or the birth year.</source>
        <translation>Coba huruf lebih sedikit, ejaan lain, atau tahun lahir.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n: type more to narrow it down</source>
        <translation>
            <numerusform>%n pertama: ketik lagi untuk mempersempit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n ditemukan</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected: the search waits for the server</source>
        <translation>Tidak terhubung: pencarian menunggu server</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the connection is back. Your text stays.</source>
        <translation>Berlanjut sendiri begitu tersambung. Ketikan Anda tetap ada.</translation>
    </message>
    <message>
        <source>The search was not answered</source>
        <translation>Pencarian tidak terjawab</translation>
    </message>
    <message>
        <source>Scan a card or type what the patient tells you</source>
        <translation>Pindai kartu atau ketik yang disebutkan pasien</translation>
    </message>
    <message>
        <source>MRN, NIK, BPJS card, phone, or words of the name in any order: siti 1990</source>
        <translation>No. RM, NIK, kartu BPJS, telepon, atau kata-kata nama dalam urutan apa pun: siti 1990</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Search first: the patient may already be known</source>
        <translation>Cari dulu: mungkin pasien lama</translation>
    </message>
    <message>
        <source>Enter search · a new patient only after a search</source>
        <translation>Enter cari · pasien baru hanya setelah mencari</translation>
    </message>
    <message>
        <source>Enter open file · F6 or Ctrl+Enter register visit · Esc clear</source>
        <translation>Enter buka berkas · F6 atau Ctrl+Enter daftarkan · Esc kosongkan</translation>
    </message>
    <message>
        <source>Down into the list · F4 new patient · Esc clear</source>
        <translation>Panah bawah ke daftar · F4 pasien baru · Esc kosongkan</translation>
    </message>
    <message>
        <source>Register a new patient</source>
        <translation>Daftarkan pasien baru</translation>
    </message>
    <message>
        <source>“%1” is not among the data on this computer</source>
        <translation>“%1” tidak ada di data komputer ini</translation>
    </message>
    <message>
        <source>Only this computer&apos;s units were searched. The patient may have a file all the same: search again when the connection is back.</source>
        <translation>Yang dicari hanya data unit komputer ini. Pasien mungkin sudah punya berkas: cari lagi setelah tersambung.</translation>
    </message>
</context>
<context>
    <name>simrs::ServerForm</name>
    <message>
        <source>Connect to the hospital&apos;s server</source>
        <translation>Hubungkan ke server rumah sakit</translation>
    </message>
    <message>
        <source>IT knows the address. It is asked for once on this computer.</source>
        <translation>Alamatnya diketahui tim IT. Cukup diisi sekali di komputer ini.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Name or address, and the port: simrs.rsud.local:7310</source>
        <translation>Nama atau alamat, dan porta: simrs.rsud.local:7310</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Hubungkan</translation>
    </message>
    <message>
        <source>Is this your hospital&apos;s server?</source>
        <translation>Apakah ini server rumah sakit Anda?</translation>
    </message>
    <message>
        <source>Compare it with the fingerprint that the server printed when it started, or ask IT to read it to you. If one character differs, do not go on.</source>
        <translation>Bandingkan dengan sidik jari yang dicetak server saat mulai, atau minta tim IT membacakannya. Bila satu karakter saja berbeda, jangan lanjutkan.</translation>
    </message>
    <message>
        <source>It differs: back</source>
        <translation>Berbeda: kembali</translation>
    </message>
    <message>
        <source>It is the same: trust this server</source>
        <translation>Sama: percayai server ini</translation>
    </message>
    <message>
        <source>Type it like this: simrs.rsud.local:7310</source>
        <translation>Ketik seperti ini: simrs.rsud.local:7310</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>Menanyai %1…</translation>
    </message>
    <message>
        <source>No SIMRS server answers there. Check address and cable.</source>
        <translation>Tidak ada server SIMRS di situ. Periksa alamat dan kabel.</translation>
    </message>
    <message>
        <source>At %1, port %2, a server answers with this fingerprint:</source>
        <translation>Di %1, porta %2, ada server dengan sidik jari ini:</translation>
    </message>
</context>
<context>
    <name>simrs::ServiceButton</name>
    <message>
        <source>%1: %2, goes first</source>
        <translation>%1: %2, didahulukan</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Goes first</source>
        <translation>Didahulukan</translation>
    </message>
</context>
<context>
    <name>simrs::SettingsPage</name>
    <message>
        <source>Every choice takes effect at once and is kept on this computer.</source>
        <translation>Setiap pilihan langsung berlaku dan disimpan di komputer ini.</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Kembali (Esc)</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Bahasa dan tampilan</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Queue tickets</source>
        <translation>Nomor antrean</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Folder for the PDF files</source>
        <translation>Folder berkas PDF</translation>
    </message>
    <message>
        <source>The printer&apos;s queue takes them from here. Empty: the folder shown.</source>
        <translation>Antrean cetak mengambilnya dari sini. Bila kosong: folder yang tampak.</translation>
    </message>
    <message>
        <source>Type the whole path, from the root on</source>
        <translation>Ketik jalur lengkap, dari akar</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Komputer ini</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Fingerprint of the server</source>
        <translation>Sidik jari server</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>none</source>
        <translation>belum ada</translation>
    </message>
</context>
<context>
    <name>simrs::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
</context>
<context>
    <name>simrs::SimilarCard</name>
    <message>
        <source>Maybe already known</source>
        <translation>Mungkin pasien lama</translation>
    </message>
    <message>
        <source>Check before a new MRN is made.</source>
        <translation>Periksa sebelum membuat No. RM baru.</translation>
    </message>
    <message>
        <source>Similar patients</source>
        <translation>Pasien yang mirip</translation>
    </message>
    <message numerus="yes">
        <source>%n similar</source>
        <translation>
            <numerusform>%n mirip</numerusform>
        </translation>
    </message>
    <message>
        <source>Not compared</source>
        <translation>Belum dibandingkan</translation>
    </message>
    <message>
        <source>The server does not answer; the patient may already be known.</source>
        <translation>Server tidak menjawab; mungkin ini pasien lama.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Belum ada yang dibandingkan</translation>
    </message>
    <message>
        <source>Nobody similar</source>
        <translation>Tidak ada yang mirip</translation>
    </message>
    <message numerus="yes">
        <source>%n probably the same</source>
        <translation>
            <numerusform>%n kemungkinan orang yang sama</numerusform>
        </translation>
    </message>
    <message>
        <source>Fills while you type the name, birth date, NIK, card or phone.</source>
        <translation>Terisi saat Anda mengetik nama, tanggal lahir, NIK, kartu, atau telepon.</translation>
    </message>
    <message>
        <source>Compared by NIK, card, phone, birth date and name.</source>
        <translation>Dibandingkan menurut NIK, kartu, telepon, tanggal lahir, dan nama.</translation>
    </message>
    <message>
        <source>It is this patient (F7)</source>
        <translation>Ternyata pasien ini (F7)</translation>
    </message>
    <message>
        <source>Mother: %1</source>
        <translation>Ibu: %1</translation>
    </message>
</context>
<context>
    <name>simrs::StayForm</name>
    <message>
        <source>Ward</source>
        <translation>Ruang rawat</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Tempat tidur</translation>
    </message>
    <message>
        <source>Attending doctor (DPJP)</source>
        <translation>DPJP</translation>
    </message>
    <message>
        <source>Class given</source>
        <translation>Kelas dirawat</translation>
    </message>
    <message>
        <source>Class entitled</source>
        <translation>Hak kelas</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>No particular bed</source>
        <translation>Tanpa tempat tidur tertentu</translation>
    </message>
    <message>
        <source>Choose the ward</source>
        <translation>Pilih ruang rawat</translation>
    </message>
    <message>
        <source>Choose the attending doctor</source>
        <translation>Pilih DPJP</translation>
    </message>
    <message>
        <source>Choose the class</source>
        <translation>Pilih kelas</translation>
    </message>
    <message>
        <source>Choose who pays</source>
        <translation>Pilih penjamin</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Isikan alasannya</translation>
    </message>
</context>
<context>
    <name>simrs::StaysModel</name>
    <message>
        <source>Ward</source>
        <translation>Ruang rawat</translation>
    </message>
    <message>
        <source>Bed</source>
        <translation>Tempat tidur</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>No. RM</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Sex · age</source>
        <translation>JK · umur</translation>
    </message>
    <message>
        <source>DPJP</source>
        <translation>DPJP</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Hari</translation>
    </message>
</context>
<context>
    <name>simrs::StaysPage</name>
    <message>
        <source>Patients in wards</source>
        <translation>Pasien rawat inap</translation>
    </message>
    <message>
        <source>Nobody lies here</source>
        <translation>Tidak ada pasien dirawat</translation>
    </message>
    <message>
        <source>A patient is admitted from his visit or his file (F8).</source>
        <translation>Pasien dimasukkan dari kunjungan atau berkasnya (F8).</translation>
    </message>
    <message>
        <source>Discharge… (F9)</source>
        <translation>Pulangkan… (F9)</translation>
    </message>
    <message>
        <source>Move… (F7)</source>
        <translation>Pindahkan… (F7)</translation>
    </message>
    <message>
        <source>Open visit</source>
        <translation>Buka kunjungan</translation>
    </message>
    <message>
        <source>Enter open visit · F7 move · F9 discharge · by ward and bed</source>
        <translation>Enter buka kunjungan · F7 pindah · F9 pulang · urut ruang dan tempat tidur</translation>
    </message>
    <message>
        <source>Ward</source>
        <translation>Ruang rawat</translation>
    </message>
    <message>
        <source>Filter: name, MRN, bed, doctor</source>
        <translation>Saring: nama, No. RM, tempat tidur, dokter</translation>
    </message>
    <message>
        <source>All wards</source>
        <translation>Semua ruang rawat</translation>
    </message>
    <message numerus="yes">
        <source>%n patients lie here</source>
        <translation>
            <numerusform>%n pasien dirawat</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer yet: it is kept and sent by itself.</source>
        <translation>Belum ada jawaban: tersimpan dan terkirim sendiri.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Diperbarui otomatis</translation>
    </message>
    <message>
        <source>Not connected: as of %1</source>
        <translation>Tidak terhubung: data per %1</translation>
    </message>
    <message>
        <source>There are more than can be shown: choose a ward.</source>
        <translation>Ada lebih banyak dari yang dapat ditampilkan: pilih ruang rawat.</translation>
    </message>
</context>
<context>
    <name>simrs::TextField</name>
    <message>
        <source>Show password</source>
        <translation>Tampilkan kata sandi</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Sembunyikan kata sandi</translation>
    </message>
</context>
<context>
    <name>simrs::TicketPanel</name>
    <message>
        <source>Registered</source>
        <translation>Terdaftar</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>Paper width</source>
        <translation>Lebar kertas</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>IGD</translation>
    </message>
    <message>
        <source>Queue number %1</source>
        <translation>Nomor antrean %1</translation>
    </message>
    <message>
        <source>No queue number</source>
        <translation>Tanpa nomor antrean</translation>
    </message>
    <message>
        <source>Queue number</source>
        <translation>Nomor antrean</translation>
    </message>
    <message>
        <source>Registered without a queue number</source>
        <translation>Terdaftar tanpa nomor antrean</translation>
    </message>
    <message>
        <source>Registration no. %1</source>
        <translation>No. registrasi %1</translation>
    </message>
    <message>
        <source>The slip was not printed. %1 The number is valid all the same: tell it to the patient.</source>
        <translation>Slip tidak tercetak. %1 Nomornya tetap berlaku: sebutkan kepada pasien.</translation>
    </message>
    <message>
        <source>Ticket %1 printed</source>
        <translation>Nomor antrean %1 dicetak</translation>
    </message>
</context>
<context>
    <name>simrs::TicketPreview</name>
    <message>
        <source>Queue ticket</source>
        <translation>Nomor antrean</translation>
    </message>
</context>
<context>
    <name>simrs::TopBar</name>
    <message numerus="yes">
        <source>%n change(s) refused</source>
        <translation>
            <numerusform>%n perubahan ditolak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected · sending %n change(s)</source>
        <translation>
            <numerusform>Terhubung · mengirim %n perubahan</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Terhubung</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Menghubungkan…</translation>
    </message>
    <message>
        <source>Server not trusted: call IT</source>
        <translation>Server tidak dipercaya: hubungi tim IT</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Luring</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Luring sejak %1</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n perubahan menunggu</numerusform>
        </translation>
    </message>
    <message>
        <source>Find patient: name, MRN, NIK</source>
        <translation>Cari pasien: nama, No. RM, NIK</translation>
    </message>
    <message>
        <source>Unsent changes damaged</source>
        <translation>Data belum terkirim rusak</translation>
    </message>
    <message>
        <source>Server slow · data as of %1</source>
        <translation>Server lambat · data per %1</translation>
    </message>
    <message>
        <source>Connected · offline data %1%</source>
        <translation>Tersambung · data luring %1%</translation>
    </message>
    <message>
        <source>data as of %1</source>
        <translation>data per %1</translation>
    </message>
    <message>
        <source>Connected · offline data not up to date</source>
        <translation>Terhubung · data luring belum mutakhir</translation>
    </message>
</context>
<context>
    <name>simrs::UnfinishedModel</name>
    <message>
        <source>overdue since %1</source>
        <translation>lewat batas sejak %1</translation>
    </message>
    <message numerus="yes">
        <source>%n hours left</source>
        <translation>
            <numerusform>sisa %n jam</numerusform>
        </translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Yang belum ada</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Sisa waktu</translation>
    </message>
    <message>
        <source>Reg. no.</source>
        <translation>No. registrasi</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>No. RM</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Poliklinik</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
</context>
<context>
    <name>simrs::UnfinishedPage</name>
    <message>
        <source>What is missing</source>
        <translation>Yang belum ada</translation>
    </message>
    <message>
        <source>Everything that is missing</source>
        <translation>Semua yang belum ada</translation>
    </message>
    <message>
        <source>Visits that lack something</source>
        <translation>Kunjungan yang belum lengkap</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Semua sudah lengkap</translation>
    </message>
    <message numerus="yes">
        <source>Visits of the last %n days that lack a SEP, a payer or a name stand here.</source>
        <translation>
            <numerusform>Kunjungan %n hari terakhir tanpa SEP, penjamin, atau nama muncul di sini.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read again (F5)</source>
        <translation>Muat ulang (F5)</translation>
    </message>
    <message>
        <source>Identify patient (F3)</source>
        <translation>Lengkapi pasien (F3)</translation>
    </message>
    <message>
        <source>Open visit</source>
        <translation>Buka kunjungan</translation>
    </message>
    <message>
        <source>Enter open visit · F3 correct the patient · F5 read again · the oldest first</source>
        <translation>Enter buka kunjungan · F3 perbaiki pasien · F5 muat ulang · yang terlama dahulu</translation>
    </message>
    <message>
        <source>Unfinished visits</source>
        <translation>Kunjungan belum lengkap</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>There are more than can be shown: finish the oldest first.</source>
        <translation>Masih ada lagi yang tidak tertampil: selesaikan yang terlama dahulu.</translation>
    </message>
    <message numerus="yes">
        <source>%n visits · as of %1</source>
        <translation>
            <numerusform>%n kunjungan · data per %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>simrs::UserPlate</name>
    <message>
        <source>Signed in: %1, %2</source>
        <translation>Masuk sebagai: %1, %2</translation>
    </message>
</context>
<context>
    <name>simrs::VisitExtras</name>
    <message>
        <source>The patient is noted as deceased on %1</source>
        <translation>Pasien tercatat meninggal pada %1</translation>
    </message>
    <message>
        <source>The patient still lies in a ward: %1</source>
        <translation>Pasien masih dirawat: %1</translation>
    </message>
    <message>
        <source>Registered at %1 today already</source>
        <translation>Sudah terdaftar di %1 hari ini</translation>
    </message>
    <message>
        <source>A second JKN visit today, after %1</source>
        <translation>Kunjungan JKN kedua hari ini, setelah %1</translation>
    </message>
</context>
<context>
    <name>simrs::VisitForm</name>
    <message>
        <source>Type of visit</source>
        <translation>Jenis kunjungan</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Poliklinik</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Dokter</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesi praktik</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>How the patient came</source>
        <translation>Cara datang</translation>
    </message>
    <message>
        <source>%1 is not available any more</source>
        <translation>%1 tidak tersedia lagi</translation>
    </message>
    <message>
        <source>No particular doctor</source>
        <translation>Dokter mana saja</translation>
    </message>
    <message>
        <source>Type the first letters</source>
        <translation>Ketik huruf awalnya</translation>
    </message>
    <message>
        <source>Proposed: control visit of %1</source>
        <translation>Usulan: kontrol dari %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Buka %1</translation>
    </message>
    <message>
        <source>Check: open only %1</source>
        <translation>Periksa: hanya buka %1</translation>
    </message>
    <message>
        <source>Proposed: as at the control visit</source>
        <translation>Usulan: seperti saat kontrol</translation>
    </message>
    <message>
        <source>Proposed: as at the last visit</source>
        <translation>Usulan: seperti kunjungan terakhir</translation>
    </message>
    <message>
        <source>The only doctor here</source>
        <translation>Satu-satunya dokter di sini</translation>
    </message>
    <message>
        <source>Proposed: your last choice</source>
        <translation>Usulan: pilihan terakhir Anda</translation>
    </message>
    <message>
        <source>Needs the card number</source>
        <translation>Perlu nomor kartu</translation>
    </message>
    <message>
        <source>By the time: %1</source>
        <translation>Menurut jam: %1</translation>
    </message>
    <message>
        <source>Without a queue number</source>
        <translation>Tanpa nomor antrean</translation>
    </message>
    <message>
        <source>Choose the clinic</source>
        <translation>Pilih poliklinik</translation>
    </message>
    <message>
        <source>No doctor practises here now</source>
        <translation>Tidak ada dokter praktik di sini</translation>
    </message>
    <message>
        <source>Choose the doctor</source>
        <translation>Pilih dokter</translation>
    </message>
    <message>
        <source>Choose the session</source>
        <translation>Pilih sesi praktik</translation>
    </message>
    <message>
        <source>Choose who pays</source>
        <translation>Pilih penjamin</translation>
    </message>
    <message>
        <source>Needs the patient&apos;s card number (F3)</source>
        <translation>Perlu nomor kartu pasien (F3)</translation>
    </message>
    <message>
        <source>Choose how the patient came</source>
        <translation>Pilih cara datang</translation>
    </message>
</context>
<context>
    <name>simrs::VisitFormPage</name>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Correct patient (F3)</source>
        <translation>Perbaiki pasien (F3)</translation>
    </message>
    <message>
        <source>Another visit (F6)</source>
        <translation>Kunjungan lain (F6)</translation>
    </message>
    <message>
        <source>Register (Ctrl+S)</source>
        <translation>Daftarkan (Ctrl+S)</translation>
    </message>
    <message>
        <source>Register visit</source>
        <translation>Daftarkan kunjungan</translation>
    </message>
    <message>
        <source>The lists of clinics and doctors are not here yet.</source>
        <translation>Daftar poliklinik dan dokter belum diterima.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>This payer needs the patient&apos;s card number, and the file has none. Your choices here are kept.</source>
        <translation>Penjamin ini memerlukan nomor kartu pasien, dan berkasnya belum memuatnya. Pilihan Anda di sini tetap ada.</translation>
    </message>
    <message>
        <source>Add card number (F3)</source>
        <translation>Tambahkan nomor kartu (F3)</translation>
    </message>
    <message>
        <source>No answer from the server yet. The registration is kept on this computer and is sent by itself; the queue number appears here and in the messages.</source>
        <translation>Server belum menjawab. Pendaftaran disimpan di komputer ini dan dikirim sendiri; nomor antrean muncul di sini dan di pesan.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>Already registered here today</source>
        <translation>Sudah terdaftar di sini hari ini</translation>
    </message>
    <message>
        <source>Ticket %1, registered at %2</source>
        <translation>Nomor antrean %1, didaftarkan pukul %2</translation>
    </message>
    <message>
        <source>Register again</source>
        <translation>Daftarkan lagi</translation>
    </message>
    <message>
        <source>Keep the first</source>
        <translation>Pakai yang pertama</translation>
    </message>
    <message>
        <source>It was already sent and cannot be taken back; its result appears here.</source>
        <translation>Sudah terkirim dan tidak dapat ditarik; hasilnya muncul di sini.</translation>
    </message>
    <message>
        <source>Taken back: nothing was registered. Your choices are still here.</source>
        <translation>Ditarik kembali: tidak ada yang didaftarkan. Pilihan Anda masih ada.</translation>
    </message>
    <message>
        <source>Print ticket (Enter)</source>
        <translation>Cetak nomor antrean (Enter)</translation>
    </message>
    <message>
        <source>Next patient (Enter)</source>
        <translation>Pasien berikut (Enter)</translation>
    </message>
    <message>
        <source>Registering…</source>
        <translation>Mendaftarkan…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Memuat…</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Menunggu server</translation>
    </message>
    <message>
        <source>Print copy (Ctrl+P)</source>
        <translation>Cetak ulang (Ctrl+P)</translation>
    </message>
    <message>
        <source>%1: registered at %2, queue number %3</source>
        <translation>%1: terdaftar di %2, nomor antrean %3</translation>
    </message>
    <message>
        <source>Enter print, then next patient · Ctrl+P print · F2 next patient</source>
        <translation>Enter cetak, lalu pasien berikut · Ctrl+P cetak · F2 pasien berikut</translation>
    </message>
    <message>
        <source>%1 was not registered. %2</source>
        <translation>%1 belum terdaftar. %2</translation>
    </message>
    <message>
        <source>The reserved number %1 is valid. The registration is kept on this computer and is sent by itself.</source>
        <translation>Nomor cadangan %1 berlaku. Pendaftaran disimpan di komputer ini dan terkirim dengan sendirinya.</translation>
    </message>
    <message>
        <source>The reserved number %1 is not valid. %2</source>
        <translation>Nomor cadangan %1 tidak berlaku. %2</translation>
    </message>
    <message>
        <source>Print reserved number %1 (Enter)</source>
        <translation>Cetak nomor cadangan %1 (Enter)</translation>
    </message>
    <message>
        <source>Papers (F12)</source>
        <translation>Dokumen cetak (F12)</translation>
    </message>
    <message>
        <source>Enter next field, at the end register · letters choose · F8 letters and payer&apos;s details</source>
        <translation>Enter isian berikut, di akhir daftarkan · huruf memilih · F8 rincian penjamin dan surat</translation>
    </message>
    <message>
        <source>Enter or F2 next patient · Ctrl+P prints a copy</source>
        <translation>Enter atau F2 pasien berikut · Ctrl+P cetak salinan</translation>
    </message>
</context>
<context>
    <name>simrs::VisitMovingForm</name>
    <message>
        <source>Clinic</source>
        <translation>Poliklinik</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Dokter</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesi</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>No particular doctor</source>
        <translation>Tanpa dokter tertentu</translation>
    </message>
    <message>
        <source>Choose the clinic</source>
        <translation>Pilih poliklinik</translation>
    </message>
    <message>
        <source>Choose the doctor</source>
        <translation>Pilih dokter</translation>
    </message>
    <message>
        <source>Type the day</source>
        <translation>Isikan tanggal</translation>
    </message>
    <message>
        <source>Choose who pays</source>
        <translation>Pilih penjamin</translation>
    </message>
    <message>
        <source>Say why</source>
        <translation>Isikan alasannya</translation>
    </message>
    <message>
        <source>Nothing is other than before</source>
        <translation>Belum ada yang berubah</translation>
    </message>
    <message>
        <source>Move this visit</source>
        <translation>Pindahkan kunjungan ini</translation>
    </message>
    <message>
        <source>Queue number %1 is shown as moved and never given again, unless only the payer changes.</source>
        <translation>Nomor antrean %1 ditandai pindah dan tidak dipakai lagi, kecuali hanya penjamin yang berubah.</translation>
    </message>
    <message>
        <source>Move visit</source>
        <translation>Pindahkan kunjungan</translation>
    </message>
    <message>
        <source>This day is over</source>
        <translation>Hari itu sudah lewat</translation>
    </message>
</context>
<context>
    <name>simrs::VisitPage</name>
    <message>
        <source>Visit</source>
        <translation>Kunjungan</translation>
    </message>
    <message>
        <source>Payer, letters, who came along</source>
        <translation>Penjamin, surat, pengantar</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Nomor kartu</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Rujukan</translation>
    </message>
    <message>
        <source>Referral number</source>
        <translation>Nomor rujukan</translation>
    </message>
    <message>
        <source>Cancel visit…</source>
        <translation>Batalkan kunjungan…</translation>
    </message>
    <message>
        <source>Triaged now (F9)</source>
        <translation>Catat triase (F9)</translation>
    </message>
    <message>
        <source>Admit… (F8)</source>
        <translation>Rawat inap… (F8)</translation>
    </message>
    <message>
        <source>Move… (F7)</source>
        <translation>Ubah kunjungan… (F7)</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Simpan (Ctrl+S)</translation>
    </message>
    <message>
        <source>Ctrl+S save · F7 move · F8 ward · Alt+F8 cancel · Esc back</source>
        <translation>Ctrl+S simpan · F7 ubah · F8 rawat inap · Alt+F8 batalkan · Esc kembali</translation>
    </message>
    <message>
        <source>Visit of %1</source>
        <translation>Kunjungan %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>Nomor registrasi</translation>
    </message>
    <message>
        <source>Queue number</source>
        <translation>Nomor antrean</translation>
    </message>
    <message>
        <source>How the patient came</source>
        <translation>Cara datang</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Tiba</translation>
    </message>
    <message>
        <source>Triaged</source>
        <translation>Triase</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Terdaftar</translation>
    </message>
    <message>
        <source>Patient · in this clinic</source>
        <translation>Pasien · di poli ini</translation>
    </message>
    <message>
        <source>Cancelled because</source>
        <translation>Dibatalkan karena</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>Dirawat di</translation>
    </message>
    <message>
        <source>Where it stood before</source>
        <translation>Sebelum dipindahkan</translation>
    </message>
    <message>
        <source>until %1: %2</source>
        <translation>sampai %1: %2</translation>
    </message>
    <message>
        <source>Moves in the ward</source>
        <translation>Riwayat pindah ruang</translation>
    </message>
    <message>
        <source>from %1 %2</source>
        <translation>sejak %1 %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>Discharge… (F8)</source>
        <translation>Pulangkan… (F8)</translation>
    </message>
    <message>
        <source>%1: the visit&apos;s details are saved</source>
        <translation>%1: rincian kunjungan tersimpan</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Sudah dipindahkan</translation>
    </message>
    <message>
        <source>Moved: queue number %1</source>
        <translation>Dipindahkan: nomor antrean %1</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: tidak diketahui</translation>
    </message>
    <message>
        <source>%1 copied</source>
        <translation>%1 disalin</translation>
    </message>
    <message>
        <source>No answer yet: it is kept and sent by itself.</source>
        <translation>Belum ada jawaban: tersimpan dan terkirim sendiri.</translation>
    </message>
    <message>
        <source>Admit somebody who has died?</source>
        <translation>Merawat inap pasien yang sudah meninggal?</translation>
    </message>
    <message>
        <source>The file of %1 says: died on %2.</source>
        <translation>Berkas %1 mencatat: meninggal pada %2.</translation>
    </message>
    <message>
        <source>Admit all the same</source>
        <translation>Tetap rawat inap</translation>
    </message>
</context>
<context>
    <name>simrs::VisitsModel</name>
    <message>
        <source>Cancelled: %1</source>
        <translation>Batal: %1</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Antrean</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Jam</translation>
    </message>
    <message>
        <source>Registration no.</source>
        <translation>No. registrasi</translation>
    </message>
    <message>
        <source>MRN</source>
        <translation>No. RM</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Poliklinik</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Dokter</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Penjamin</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>M/F · age</source>
        <translation>L/P · umur</translation>
    </message>
</context>
<context>
    <name>simrs::VisitsPage</name>
    <message>
        <source>Live</source>
        <translation>Diperbarui otomatis</translation>
    </message>
    <message>
        <source>Not connected: as of %1</source>
        <translation>Tidak terhubung: data per %1</translation>
    </message>
    <message>
        <source>Visits of the day</source>
        <translation>Kunjungan hari itu</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Buka berkas</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Poliklinik</translation>
    </message>
    <message>
        <source>Filter: name, MRN, ticket, doctor</source>
        <translation>Saring: nama, No. RM, antrean, dokter</translation>
    </message>
    <message>
        <source>Visits today</source>
        <translation>Kunjungan hari ini</translation>
    </message>
    <message>
        <source>Visits of %1</source>
        <translation>Kunjungan %1</translation>
    </message>
    <message>
        <source>All clinics</source>
        <translation>Semua poliklinik</translation>
    </message>
    <message>
        <source>New visits: show</source>
        <translation>Kunjungan baru: tampilkan</translation>
    </message>
    <message numerus="yes">
        <source>%n new above</source>
        <translation>
            <numerusform>%n baru di atas</numerusform>
        </translation>
    </message>
    <message>
        <source>No visits yet</source>
        <translation>Belum ada kunjungan</translation>
    </message>
    <message>
        <source>No visit fits the filter</source>
        <translation>Tidak ada kunjungan yang cocok</translation>
    </message>
    <message>
        <source>Visits appear here the moment they are registered.</source>
        <translation>Kunjungan muncul di sini begitu didaftarkan.</translation>
    </message>
    <message>
        <source>Esc in the filter shows all again.</source>
        <translation>Esc di saringan menampilkan semua lagi.</translation>
    </message>
    <message>
        <source>The newest %1 are shown. Choose a clinic to see all of its visits.</source>
        <translation>Ditampilkan %1 yang terbaru. Pilih poliklinik untuk melihat semua kunjungannya.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state and how many</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No answer yet: the cancelling waits and is sent by itself.</source>
        <translation>Belum ada jawaban: pembatalan menunggu dan dikirim sendiri.</translation>
    </message>
    <message>
        <source>Papers (F12)</source>
        <translation>Dokumen cetak (F12)</translation>
    </message>
    <message>
        <source>Visit (F7)</source>
        <translation>Kunjungan (F7)</translation>
    </message>
    <message>
        <source>Cancel visit… (Alt+F8)</source>
        <translation>Batalkan kunjungan… (Alt+F8)</translation>
    </message>
    <message>
        <source>Ticket (Ctrl+P)</source>
        <translation>Nomor antrean (Ctrl+P)</translation>
    </message>
    <message>
        <source>Enter open file · newest on top</source>
        <translation>Enter buka berkas · terbaru di atas</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Tidak terhubung</translation>
    </message>
    <message>
        <source>This list is not kept on this computer</source>
        <translation>Daftar ini tidak disimpan di komputer ini</translation>
    </message>
    <message>
        <source>It comes back by itself with the connection. What you register is kept and sent later.</source>
        <translation>Daftar muncul lagi begitu terhubung. Yang Anda daftarkan tetap disimpan dan dikirim kemudian.</translation>
    </message>
</context>
</TS>
