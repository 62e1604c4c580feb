// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/job.h"

#include "core/base/text.h"

namespace cuntu {

Error cancelledError()
{
    return {ErrorCode::Cancelled, Core::tr("cancelled; nothing was changed"), {}, {}, {}, {}};
}

} // namespace cuntu
