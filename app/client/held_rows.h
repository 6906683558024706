// SPDX-License-Identifier: GPL-3.0-or-later
// The rows a client without a cache holds: the masters. What prepare may read.
#pragma once

#include <memory>

#include "common/registration/master_requests.h"
#include "common/store/reader.h"

namespace simrs {

/// Answers from one snapshot; everything else is "not held here".
class HeldRows final : public Reader {
  public:
    explicit HeldRows(std::shared_ptr<const Masters> masters) : m_masters(std::move(masters)) {}
    bool authority() const override { return false; }

  protected:
    std::optional<AnyRow> fetch(const EntityType& type, const Uuid& id) override;
    std::vector<AnyRow> fetchMany(const EntityType& type, const QVariantList& ids) override;
    std::optional<std::vector<AnyRow>> fetchList(const EntityType&, const Condition&) override {
        return std::nullopt;
    }
    std::optional<std::vector<AnyRow>> fetchSearch(const EntityType&, const WordSearch&,
                                                   const Condition&) override {
        return std::nullopt;
    }

  private:
    std::shared_ptr<const Masters> m_masters;
};

}  // namespace simrs
