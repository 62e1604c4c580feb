// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cpl_error.h>

#include <QStringList>

namespace cuntu {

/// Collects what GDAL says on this thread, while it lives.
class GdalMessages {
public:
    GdalMessages() { CPLPushErrorHandlerEx(&GdalMessages::take, this); }
    ~GdalMessages() { CPLPopErrorHandler(); }
    GdalMessages(const GdalMessages &) = delete;
    GdalMessages &operator=(const GdalMessages &) = delete;
    const QStringList &all() const { return m_all; }

private:
    static void CPL_STDCALL take(CPLErr, CPLErrorNum, const char *message)
    {
        static_cast<GdalMessages *>(CPLGetErrorHandlerUserData())->m_all << QString::fromUtf8(message);
    }
    QStringList m_all;
};

} // namespace cuntu
