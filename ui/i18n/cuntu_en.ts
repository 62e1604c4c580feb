<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>cuntu::Cli</name>
    <message numerus="yes">
        <source>  ... and %n more</source>
        <translation>
            <numerusform>  ... and %n more</numerusform>
            <numerusform>  ... and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n features of %1 marked</source>
        <translation>
            <numerusform>%n feature of %1 marked</numerusform>
            <numerusform>%n features of %1 marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n features count differently</source>
        <translation>
            <numerusform>%n feature counts differently</numerusform>
            <numerusform>%n features count differently</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>target %1 is split into %n parts</source>
        <translation>
            <numerusform>target %1 is split into %n part</numerusform>
            <numerusform>target %1 is split into %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>  %n rows left out</source>
        <translation>
            <numerusform>  %n row left out</numerusform>
            <numerusform>  %n rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>... and %n more; -o FILE.csv lists all</source>
        <translation>
            <numerusform>... and %n more; -o FILE.csv lists all</numerusform>
            <numerusform>... and %n more; -o FILE.csv lists all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n features put right</source>
        <translation>
            <numerusform>%n feature put right</numerusform>
            <numerusform>%n features put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>this operation is about %n features</source>
        <translation>
            <numerusform>this operation is about %n feature</numerusform>
            <numerusform>this operation is about %n features</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::Core</name>
    <message numerus="yes">
        <source>%n rows failed the checks, and all or none were asked for: %1</source>
        <translation>
            <numerusform>%n row failed the checks, and all or none were asked for: %1</numerusform>
            <numerusform>%n rows failed the checks, and all or none were asked for: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows read</source>
        <translation>
            <numerusform>%n row read</numerusform>
            <numerusform>%n rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n statuses came without a date and were taken as of %1</source>
        <translation>
            <numerusform>%n status came without a date and was taken as of %1</numerusform>
            <numerusform>%n statuses came without a date and were taken as of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marked %n of %1 as %2</source>
        <translation>
            <numerusform>marked %n of %1 as %2</numerusform>
            <numerusform>marked %n of %1 as %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing was marked: %n rows cannot be understood</source>
        <translation>
            <numerusform>nothing was marked: %n row cannot be understood</numerusform>
            <numerusform>nothing was marked: %n rows cannot be understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>marked %n features from a list</source>
        <translation>
            <numerusform>marked %n feature from a list</numerusform>
            <numerusform>marked %n features from a list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>added %n targets</source>
        <translation>
            <numerusform>added %n target</numerusform>
            <numerusform>added %n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>nothing was taken: %n rows cannot be understood</source>
        <translation>
            <numerusform>nothing was taken: %n row cannot be understood</numerusform>
            <numerusform>nothing was taken: %n rows cannot be understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>measured %n of %1: %2</source>
        <translation>
            <numerusform>measured %n of %1: %2</numerusform>
            <numerusform>measured %n of %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: repaired %n features</source>
        <translation>
            <numerusform>%1: repaired %n feature</numerusform>
            <numerusform>%1: repaired %n features</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes of areas as of %1</source>
        <translation>
            <numerusform>%n change of areas as of %1</numerusform>
            <numerusform>%n changes of areas as of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cannot simply be removed: figures of past days rest on %n entries of the ledger</source>
        <translation>
            <numerusform>%1 cannot simply be removed: figures of past days rest on %n entry of the ledger</numerusform>
            <numerusform>%1 cannot simply be removed: figures of past days rest on %n entries of the ledger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>adopted the result %1: %n steps</source>
        <translation>
            <numerusform>adopted the result %1: %n step</numerusform>
            <numerusform>adopted the result %1: %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n columns are periods: each became a row</source>
        <translation>
            <numerusform>%n column is a period: it became a row</numerusform>
            <numerusform>%n columns are periods: each became a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::Maps</name>
    <message numerus="yes">
        <source>and %n more areas</source>
        <translation>
            <numerusform>and %n more area</numerusform>
            <numerusform>and %n more areas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::AdoptDialog</name>
    <message numerus="yes">
        <source>%n feature(s) are at the step already and are left out.</source>
        <translation>
            <numerusform>%n feature is at the step already and is left out.</numerusform>
            <numerusform>%n features are at the step already and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) are refused; nothing is entered until they are settled:</source>
        <translation>
            <numerusform>%n step is refused; nothing is entered until it is settled:</numerusform>
            <numerusform>%n steps are refused; nothing is entered until they are settled:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::AlertPanel</name>
    <message numerus="yes">
        <source>%n target(s) in danger as of %1. &apos;Look again&apos; records them as alerts.</source>
        <translation>
            <numerusform>%n target is in danger as of %1. &apos;Look again&apos; records it as an alert.</numerusform>
            <numerusform>%n targets are in danger as of %1. &apos;Look again&apos; records them as alerts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::CheckPanel</name>
    <message numerus="yes">
        <source>%1: put %n feature(s) right? What changes is recorded, and Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%1: put %n feature right? What changes is recorded, and Ctrl+Z takes it back.</numerusform>
            <numerusform>%1: put %n features right? What changes is recorded, and Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) put right. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n feature put right. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n features put right. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing found: %n rules looked at the data.</source>
        <translation>
            <numerusform>Nothing found: %n rule looked at the data.</numerusform>
            <numerusform>Nothing found: %n rules looked at the data.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ExportDialog</name>
    <message numerus="yes">
        <source>Only the %n picked</source>
        <translation>
            <numerusform>Only the %n picked</numerusform>
            <numerusform>Only the %n picked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FeatureList</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FigurePanel</name>
    <message numerus="yes">
        <source>The receipt holds, to the last of %n feature(s).</source>
        <translation>
            <numerusform>The receipt holds, for its one feature.</numerusform>
            <numerusform>The receipt holds, to the last of %n features.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FigurePlanPage</name>
    <message numerus="yes">
        <source>%n place(s) ticked: gain %1 of %2 missing, for %3.</source>
        <translation>
            <numerusform>%n place ticked: gain %1 of %2 missing, for %3.</numerusform>
            <numerusform>%n places ticked: gain %1 of %2 missing, for %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) left out: nothing is known of their cost.</source>
        <translation>
            <numerusform>%n place left out: nothing is known of its cost.</numerusform>
            <numerusform>%n places left out: nothing is known of their cost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::FigureTrialPage</name>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s)</source>
        <translation>
            <numerusform>%n area</numerusform>
            <numerusform>%n areas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ImportSourcePage</name>
    <message numerus="yes">
        <source>%n rows, longitude %1 to %2, latitude %3 to %4</source>
        <translation>
            <numerusform>%n row, longitude %1 to %2, latitude %3 to %4</numerusform>
            <numerusform>%n rows, longitude %1 to %2, latitude %3 to %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::IndicatorPanel</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MainWindow</name>
    <message numerus="yes">
        <source>Mark %n place(s) now, as the bar says?</source>
        <translation>
            <numerusform>Mark %n place now, as the bar says?</numerusform>
            <numerusform>Mark %n places now, as the bar says?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MarkListDialog</name>
    <message numerus="yes">
        <source>%n not found.</source>
        <translation>
            <numerusform>%n not found.</numerusform>
            <numerusform>%n not found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may not take this step.</source>
        <translation>
            <numerusform>%n may not take this step.</numerusform>
            <numerusform>%n may not take this step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be marked.</source>
        <translation>
            <numerusform>%n will be marked.</numerusform>
            <numerusform>%n will be marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n</source>
        <translation>
            <numerusform>Mark %n</numerusform>
            <numerusform>Mark %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MarkingBar</name>
    <message numerus="yes">
        <source>%n not marked: &apos;%1&apos; does not follow on &apos;%2&apos;.</source>
        <translation>
            <numerusform>%n not marked: &apos;%1&apos; does not follow on &apos;%2&apos;.</numerusform>
            <numerusform>%n not marked: &apos;%1&apos; does not follow on &apos;%2&apos;.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked; Ctrl+Z takes the last back.</source>
        <translation>
            <numerusform>%n marked; Ctrl+Z takes the last back.</numerusform>
            <numerusform>%n marked; Ctrl+Z takes the last back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MilestoneBoard</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::MilestonePanel</name>
    <message numerus="yes">
        <source>%n contradiction(s)</source>
        <translation>
            <numerusform>%n contradiction</numerusform>
            <numerusform>%n contradictions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::PhotoDialog</name>
    <message numerus="yes">
        <source>%n photo(s) will be added; those without a place can be attached later.</source>
        <translation>
            <numerusform>%n photo will be added; one without a place can be attached later.</numerusform>
            <numerusform>%n photos will be added; those without a place can be attached later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::PickWhereDialog</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pick %n</source>
        <translation>
            <numerusform>Pick %n</numerusform>
            <numerusform>Pick %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::ProjectActions</name>
    <message numerus="yes">
        <source>%n marked, as of %1. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n marked, as of %1. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n marked, as of %1. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n written to %1</source>
        <translation>
            <numerusform>%n written to %1</numerusform>
            <numerusform>%n written to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) open as of %1.</source>
        <translation>
            <numerusform>%n alert open as of %1.</numerusform>
            <numerusform>%n alerts open as of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) added. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n target added. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n targets added. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) added. Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>%n photo added. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n photos added. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rasters lie below the map now.</source>
        <translation>
            <numerusform>%n raster lies below the map now.</numerusform>
            <numerusform>%n rasters lie below the map now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::RunPanel</name>
    <message numerus="yes">
        <source>%n feature(s)</source>
        <translation>
            <numerusform>%n feature</numerusform>
            <numerusform>%n features</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::SplitDialog</name>
    <message numerus="yes">
        <source>%n part(s) come to %1 of %2</source>
        <translation>
            <numerusform>%n part comes to %1 of %2</numerusform>
            <numerusform>%n parts come to %1 of %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It has %n part(s) already; these are added to them.</source>
        <translation>
            <numerusform>It has %n part already; these are added to it.</numerusform>
            <numerusform>It has %n parts already; these are added to them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::TimeTrack</name>
    <message numerus="yes">
        <source>%1: %n statement(s)</source>
        <translation>
            <numerusform>%1: %n statement</numerusform>
            <numerusform>%1: %n statements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::Ui</name>
    <message numerus="yes">
        <source>%n picked</source>
        <translation>
            <numerusform>%n picked</numerusform>
            <numerusform>%n picked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cuntu::ui::WeighingPanel</name>
    <message numerus="yes">
        <source>%n criteria or exclusions are left out, or known in part. Point here for more.</source>
        <translation>
            <numerusform>%n criterion or exclusion is left out, or known in part. Point here for more.</numerusform>
            <numerusform>%n criteria or exclusions are left out, or known in part. Point here for more.</numerusform>
        </translation>
    </message>
</context>
</TS>
