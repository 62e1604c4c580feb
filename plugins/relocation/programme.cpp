// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

void addProgramme(Registry &draft)
{
    Programme programme;
    programme.id = QString::fromUtf16(k_programme);
    programme.name = {u"易地搬迁"_s, u"Relocation"_s};
    programme.help = {u"选在哪里安置、谁搬到哪里。"_s, u"Where to resettle, and who goes where."_s};
    draft.programmes.push_back(programme);
}

void addAlgorithms(Registry &draft)
{
    draft.algorithms.push_back(pMedianAlgorithm());
}

} // namespace cuntu::relocation
