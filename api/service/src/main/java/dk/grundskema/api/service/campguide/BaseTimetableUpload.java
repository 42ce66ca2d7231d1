package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.cell.YearlessDateResolver;
import dk.grundskema.api.imports.campsheet.BaseTimetableBuilder;
import dk.grundskema.api.imports.campsheet.BaseTimetableBuilder.CampBaseTimetable;
import dk.grundskema.api.imports.campsheet.BaseTimetableReader;
import dk.grundskema.api.imports.campsheet.CampVocabulary;
import dk.grundskema.api.imports.source.FileFinding;
import dk.grundskema.api.imports.source.SourceListRow;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.table.file.Table;
import dk.grundskema.api.imports.table.file.TableFileReader;
import dk.grundskema.api.platform.http.ProblemDetails.FindingView;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A base timetable from an uploaded spreadsheet.
 *
 * @param timetable the kinds of day
 * @param messages  what was read, and findings at cells, for the step of the days
 */
record BaseTimetableUpload(CampBaseTimetable timetable, List<FindingView> messages) {
    /** Copies the list. */
    BaseTimetableUpload {
        messages = List.copyOf(messages);
    }

    /** Reads a file. No content of the file makes it throw. */
    static BaseTimetableUpload read(EditedCamp camp, @Nullable MultipartFile file, Texts texts) {
        Problem problem = camp.problem();
        var years = YearlessDateResolver.of(
                problem.horizon().firstDay(), problem.horizon().lastDay());
        var findings = new ArrayList<FileFinding>();
        var rows = new ArrayList<SourceListRow>();
        String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
        if (file == null || file.isEmpty()) {
            findings.add(FileFinding.error(new SourceLocation("", ""), "pages.camp-sheet-none"));
        } else {
            var read = TableFileReader.read(name, bytes(file));
            findings.addAll(read.findings());
            List<Table> tables =
                    read.tables().stream().filter(one -> !one.rows().isEmpty()).toList();
            for (Table table : tables) {
                // The only sheet is meant even if most of its words are unknown
                if (tables.size() == 1 || BaseTimetableReader.isBaseTimetable(table, years)) {
                    var sheet = BaseTimetableReader.read(table, years);
                    findings.addAll(sheet.findings());
                    rows.addAll(sheet.rows());
                }
            }
        }
        CampBaseTimetable timetable = BaseTimetableBuilder.build(rows, years, CampVocabulary.ofStaff(problem.staff()));
        findings.addAll(timetable.findings());
        findings.addAll(timetable.staff().notLocked());
        var messages = new ArrayList<FindingView>();
        int days = timetable.dayKinds().elements().size();
        if (days > 0) {
            messages.add(view(Finding.info("pages.camp-sheet-read", "", timetable.blocks(), days, name), "", texts));
        } else if (findings.stream().noneMatch(one -> one.finding().isError())) {
            messages.add(view(Finding.error("pages.camp-sheet-nothing", ""), name, texts));
        }
        if (!timetable.subjects().isEmpty()) {
            messages.add(view(
                    Finding.info(
                            "pages.camp-sheet-subjects",
                            "",
                            List.copyOf(timetable.subjects().keySet())),
                    "",
                    texts));
        }
        findings.forEach(one -> messages.add(
                view(one.finding(), (one.file() + " " + one.finding().pointer()).strip(), texts)));
        return new BaseTimetableUpload(timetable, messages);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FindingView view(Finding finding, String place, Texts texts) {
        String sentence = texts.sentenceOf(finding);
        return new FindingView(
                finding.code(), finding.severity(), DaysStep.AT, place.isEmpty() ? sentence : place + ": " + sentence);
    }

    /** Whether there is a kind of day. */
    boolean hasDays() {
        return !timetable.dayKinds().elements().isEmpty();
    }
}
