// SPDX-License-Identifier: GPL-3.0-or-later
// Who changed a row when, from what to what, in words; newest first. Read with the arrow keys.
#pragma once

#include <QScrollArea>

#include "app/client/backend.h"
#include "app/kit/entity_field.h"
#include "common/registration/history_requests.h"

class QVBoxLayout;

namespace simrs {

class HistoryView final : public QScrollArea {
    Q_OBJECT
  public:
    /// `words` is under what name field_labels knows the fields.
    HistoryView(const EntityType& type, const QString& words, QWidget* parent = nullptr);

    /// Asks the server and shows its answer.
    void load(Backend& backend, const Uuid& row, const References& references);
    /// Forgets the question and its answer.
    void clear();

  private:
    void showChanges(const MasterChanges& changes, const QString& zone);
    void showState(const QString& iconName, const QString& line, const QString& more);
    void addChange(const MasterChange& change, const QString& zone);
    QString lineOf(const FieldChange& change, bool made) const;

    const EntityType& m_type;
    const QString m_words;
    References m_references;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_lines = nullptr;
    Cancel m_question;
};

}  // namespace simrs
