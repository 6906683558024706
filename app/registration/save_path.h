// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a file that may be there already.
#pragma once

#include <QString>
#include <functional>

namespace simrs {

class Page;
class Workbench;

/// Calls `then` where no file of this path is there, or the person says that it may go. The disk is looked at
/// on another thread.
void writeOver(Workbench& workbench, Page* page, const QString& path, const std::function<void()>& then);

}  // namespace simrs
