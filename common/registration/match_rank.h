// SPDX-License-Identifier: GPL-3.0-or-later
// Ranking of the candidates a store has found, and why each of them matched. Pure: the same query and
// candidates give the same order on the server and on a client.
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include "common/registration/search_text.h"

namespace simrs {

/// Why a patient is in the list. Travels; append only. In the order in which they are told.
enum class MatchReason : int {
    Mrn = 1,
    Nik = 2,
    Card = 3,
    Phone = 4,
    NameExact = 5,     ///< the words of the query are whole words of the name, as spelled
    NamePrefix = 6,    ///< … are beginnings of them
    NameSpelling = 7,  ///< … sound like them
    NameTypo = 8,      ///< … are one letter off
    BirthDate = 9,
    BirthYear = 10,
    Paper = 11,    ///< a number on a paper of his: of a visit, of a queue, a temporary one
    Village = 12,  ///< where he lives
};

struct MatchCandidate {
    QString name;
    QString nameKey;  ///< as stored; made from the name where it is empty
    QDate birthDate;
    QString mrn;
    QString nik;
    QString card;
    QString phone;
};

struct Match {
    int index = -1;  ///< place in the list of candidates
    int score = 0;   ///< 0: nothing of the query is found in this candidate
    QList<MatchReason> reasons;
};

/// How well one candidate fits. Numbers outweigh any name, whole words outweigh beginnings, these outweigh
/// sounds.
Match matchOf(const PatientQuery& query, const MatchCandidate& candidate);

/// The best first, at most `limit`; candidates that do not fit are left out. Equal scores: by name, then MRN.
QList<Match> rankMatches(const PatientQuery& query, const QList<MatchCandidate>& candidates, int limit);

}  // namespace simrs
