// SPDX-License-Identifier: GPL-3.0-or-later
// Styles of QGIS in the dialog of a layer's style: read and written.
#include "maps/qgis/look_file.h"
#include "maps/qgis/qml.h"
#include "ui/dialogs/ask_file.h"
#include "ui/dialogs/style_dialog.h"
#include "ui/window/layer_look.h"

#include <QLabel>

namespace cuntu::ui {

void StyleDialog::askRead()
{
    FileQuestion question{tr("Read a style"), {tr("Styles of QGIS (*.qml *.sld)")}, {}, {}};
    askFile(this, question, [this](const QStringList &files) { read(files.front()); });
}

void StyleDialog::read(const QString &file)
{
    m_loading.run(
        tr("Reading a style"), this, [file, schema = m_schema](const JobContext &) { return readLook(file, schema); },
        [this](const Result<ReadLook> &look) {
            if (!look) {
                m_leftOut->setText(look.error().sentence + QLatin1Char('\n') + look.error().advice);
                return;
            }
            m_byStatus = false;
            m_style = look->style;
            m_leftOut->setText(look->leftOut.isEmpty() ? tr("Everything in the file was taken over.")
                                                       : tr("Left out: %1.").arg(look->leftOut.join(tr("; "))));
            showStyle();
            changed();
        });
}

void StyleDialog::askWrite()
{
    FileQuestion question{tr("Write the style for QGIS"),
                          {tr("Style of QGIS (*.qml)"), tr("Styled Layer Descriptor (*.sld)")},
                          QStringLiteral("qml"),
                          m_schema.name.toString() + QStringLiteral(".qml"),
                          true};
    askFile(this, question, [this](const QStringList &files) {
        const QString file = files.front();
        const LayerStyle style =
            m_byStatus ? styleOf(*m_bench.session.state(), m_layer, {{m_layer, QString()}}) : m_style;
        const auto written = file.endsWith(QStringLiteral(".sld"), Qt::CaseInsensitive)
                                 ? writeSld(m_schema, style, file)
                                 : writeQml({m_schema, style}, file);
        written ? m_bench.log.info(tr("The style was written: %1").arg(file)) : m_bench.log.fail(written.error());
    });
}

} // namespace cuntu::ui
