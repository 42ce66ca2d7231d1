package dk.grundskema.api.imports.plansheet;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.file.TableReadResult;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.edit.Workbench;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads sheets with a finished plan and compares them with a plan. Each sheet is a table with a row for each dated meeting, or a grid. Rows
 * that the export wrote have keys: they are strict, and a missing row is a change. Rows without keys only say what they say; what they do not
 * fit is left out with a warning.
 */
public final class PlanSheetReader {
    private final Workbench bench;
    private final List<Demand> demands;
    private final PlanVocabulary words;
    private final List<FileFinding> findings = new ArrayList<>();

    private PlanSheetReader(Workbench bench, List<Demand> demands) {
        this.bench = bench;
        this.demands = demands;
        this.words = new PlanVocabulary(bench.problem(), demands);
    }

    /**
     * Reads files. No content of the files makes it throw.
     *
     * @param bench   the plan to compare with
     * @param demands demands of the plan's interventions
     * @param files   tables of the files
     */
    public static PlanSheetReading read(Workbench bench, List<Demand> demands, List<TableReadResult> files) {
        return new PlanSheetReader(bench, demands).readFiles(files);
    }

    private PlanSheetReading readFiles(List<TableReadResult> files) {
        var stated = new ArrayList<StatedMeeting>();
        for (TableReadResult file : files) {
            findings.addAll(file.findings());
            for (Table table : file.tables()) {
                if (!table.rows().isEmpty()) {
                    readTable(table, stated);
                }
            }
        }
        boolean isReadable = findings.stream().noneMatch(each -> each.finding().isError());
        if (stated.isEmpty() && isReadable) {
            findings.add(FileFinding.error(new SourceLocation(fileName(files), ""), "import.plan.nothing"));
        }
        var matcher = new PlanSheetMatcher(bench, demands, words, findings);
        matcher.match(inPlannedWeeks(stated));
        return new PlanSheetReading(findings, matcher.changes(), matcher.stated(), stated.size());
    }

    private static String fileName(List<TableReadResult> files) {
        return files.stream()
                .flatMap(file -> file.tables().stream())
                .map(Table::file)
                .findFirst()
                .orElse("");
    }

    private void readTable(Table table, List<StatedMeeting> stated) {
        Problem problem = bench.problem();
        var years = YearlessDateResolver.of(
                problem.horizon().firstDay(), problem.horizon().lastDay());
        var list = MeetingListReader.read(table, years, words, findings);
        if (list.isPresent()) {
            stated.addAll(list.get());
            return;
        }
        IsoWeek first = IsoWeek.of(problem.horizon().firstDay());
        List<IsoWeek> weeks = IntStream.range(0, problem.horizon().weeks())
                .mapToObj(first::plus)
                .toList();
        PlanGridReader.read(table, CellCodec.withYears(years), weeks, words, findings)
                .ifPresentOrElse(
                        stated::addAll,
                        () -> findings.add(
                                FileFinding.warning(table.place(), "import.plan.sheet-unknown", table.name())));
    }

    /** Moves last year's plan by whole weeks to the planned ones, if none of its dates is in them and no row has a key. */
    private List<StatedMeeting> inPlannedWeeks(List<StatedMeeting> stated) {
        LocalDate first = bench.problem().horizon().firstDay();
        LocalDate last = bench.problem().horizon().lastDay();
        boolean isOfOtherDays = !stated.isEmpty()
                && stated.stream().allMatch(row -> row.key() == null)
                && stated.stream()
                        .allMatch(
                                row -> row.date().isBefore(first) || row.date().isAfter(last));
        if (!isOfOtherDays) {
            return stated;
        }
        LocalDate firstStated = stated.stream()
                .map(StatedMeeting::date)
                .min(LocalDate::compareTo)
                .orElse(first);
        LocalDate firstPlanned = bench.timetable().meetings().stream()
                .map(meeting -> meeting.time().firstDate())
                .min(LocalDate::compareTo)
                .orElse(first);
        int weeks = IsoWeek.of(firstStated).until(IsoWeek.of(firstPlanned));
        findings.add(FileFinding.warning(
                new SourceLocation(stated.getFirst().place().file(), ""),
                "import.plan.moved",
                firstStated,
                firstStated.plusWeeks(weeks)));
        return stated.stream().map(row -> row.plusWeeks(weeks)).toList();
    }
}
