// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registration/save_path.h"

#include <QFileInfo>

#include "app/kit/dialogs.h"
#include "app/registration/off_thread.h"
#include "app/shell/page.h"

namespace simrs {
namespace {

/// The translation context of these texts.
struct SavePath {
    Q_DECLARE_TR_FUNCTIONS(SavePath)
};

}  // namespace

void writeOver(Workbench& workbench, Page* page, const QString& path, const std::function<void()>& then) {
    offThread(
        page, [path] { return QFileInfo::exists(path); },
        [&workbench, page, path, then](bool exists) {
            const Question question{SavePath::tr("Write over this file?"),
                                    SavePath::tr("“%1” is there already. What stands in it will be gone.")
                                        .arg(QFileInfo(path).fileName()),
                                    SavePath::tr("Write over it"),
                                    {},
                                    true};
            if (!exists || workbench.dialogs().confirm(page, question)) then();
        });
}

}  // namespace simrs
