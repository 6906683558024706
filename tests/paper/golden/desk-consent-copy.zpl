^XA^CI28^PW1680^LL2376^LH0,0
^FO144,144^GB1182,34,34^FS
^FO144,150^FR^A0N,22,22^FB1182,1,0,C,0^FH^FDCOPY^FS
^FO144,186^A0N,30,30^FB1182,1,0,L,0^FH^FDRSUD Kota Wanasari^FS
^FO144,223^A0N,18,16^FB1182,2,0,L,0^FH^FDJl. Pahlawan No. 1, Wanasari · Telp. (021) 555-0100^FS
^FO144,277^GB1182,2,2^FS
^FO144,287^A0N,44,44^FB1182,1,0,L,0^FH^FDGENERAL CONSENT^FS
^FO144,354^A0N,22,19^FB300,1,0,L,0^FH^FDMRN^FS
^FO444,354^A0N,30,30^FB882,1,0,L,0^FH^FD00-12-34-56^FS
^FO144,391^A0N,22,19^FB300,1,0,L,0^FH^FDName^FS
^FO444,391^A0N,30,30^FB882,1,0,L,0^FH^FDNy. Siti Nur Rahmawati^FS
^FO144,428^A0N,22,19^FB300,1,0,L,0^FH^FDBorn^FS
^FO444,428^A0N,30,30^FB882,1,0,L,0^FH^FD23 Apr 1990 (F)^FS
^FO144,465^A0N,22,19^FB300,1,0,L,0^FH^FDNIK^FS
^FO444,465^A0N,30,30^FB882,1,0,L,0^FH^FD9974016304900001^FS
^FO144,502^A0N,22,19^FB300,1,0,L,0^FH^FDAddress^FS
^FO444,502^A0N,30,30^FB882,2,0,L,0^FH^FDJl. Melati No. 12, RT 003/RW 012, Kel. Melati, Kec. Wanasari Utara, Kota Wanasari, Jawa Barat^FS
^FO144,576^A0N,22,19^FB300,1,0,L,0^FH^FDSigned by^FS
^FO444,576^A0N,30,30^FB882,1,0,L,0^FH^FDBudi Santoso (Husband or wife)^FS
^FO144,629^A0N,30,27^FB1182,3,0,L,0^FH^FD1. I agree to be examined and treated in this hospital, and to the care that belongs to it. What goes beyond it is explained to me and asked for separately.^FS
^FO144,746^A0N,30,27^FB1182,2,0,L,0^FH^FD2. My data are kept secret. They may be used for my treatment, for payment by my insurer, and where the law demands it.^FS
^FO144,826^A0N,30,27^FB1182,1,0,L,0^FH^FD3. My state of health may be told to: ..............................^FS
^FO144,869^A0N,30,27^FB1182,2,0,L,0^FH^FD4. I have been told my rights and duties as a patient, the hospital's rules, and how to complain.^FS
^FO144,949^A0N,30,27^FB1182,2,0,L,0^FH^FD5. I keep my valuables myself, or hand them to the hospital against a receipt.^FS
^FO144,1029^A0N,30,27^FB1182,1,0,L,0^FH^FD6. I pay what my insurer does not cover, as it was explained to me.^FS
^FO144,1072^A0N,30,27^FB1182,1,0,L,0^FH^FD7. I may take this consent back at any time, in writing.^FS
^FO144,1139^A0N,30,27^FB1182,1,0,L,0^FH^FDWanasari, 12 May 2026^FS
^FO144,1188^A0N,30,27^FB587,1,0,L,0^FH^FDPatient or person responsible^FS
^FO735,1188^A0N,30,27^FB591,1,0,L,0^FH^FDOfficer^FS
^FO144,1355^A0N,30,27^FB587,1,0,L,0^FH^FD( .............................. )^FS
^FO735,1355^A0N,30,27^FB591,1,0,L,0^FH^FD( .............................. )^FS
^FO1384,144^BQN,2,5^FH^FDMA,00123456^FS
^FO1338,255^A0N,18,16^FB197,1,0,C,0^FH^FD00-12-34-56^FS
^PQ1^XZ
