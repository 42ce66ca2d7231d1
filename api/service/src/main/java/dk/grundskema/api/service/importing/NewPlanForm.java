package dk.grundskema.api.service.importing;

import dk.grundskema.api.documents.cell.CellCodec;
import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.imports.CampTemplate;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.service.importing.NewPlanPage.NewPlanEntries;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * The submitted form for a new plan, with its errors.
 *
 * @param isCamp  whether a camp is planned; else a school
 * @param entries typed values
 * @param mended  corrected contents of cells
 * @param answers answers to questions about the files
 * @param camp    the camp; {@code null} if none is planned or its values are invalid
 * @param wrong   errors, each with the name of its field as pointer
 */
record NewPlanForm(
        boolean isCamp,
        NewPlanEntries entries,
        Map<SourceLocation, String> mended,
        ImportAnswers answers,
        @Nullable CampDays camp,
        List<Finding> wrong) {
    private static final CellCodec CELLS = CellCodec.withoutPlan();

    /** Maximum number of corrected cells. */
    private static final int MAX_CORRECTIONS = 20_000;

    NewPlanForm {
        mended = Map.copyOf(mended);
        wrong = List.copyOf(wrong);
    }

    /**
     * @param mended  JSON list of objects with {@code file}, {@code where} and {@code text}
     * @param answers JSON list as {@link ImportAnswers#parse} expects it
     */
    static NewPlanForm of(boolean isCamp, NewPlanEntries entries, String mended, String answers) {
        var wrong = new ArrayList<Finding>();
        CampDays camp = isCamp ? camp(entries, wrong) : null;
        return new NewPlanForm(isCamp, entries, parseCorrections(mended), ImportAnswers.parse(answers), camp, wrong);
    }

    private static @Nullable CampDays camp(NewPlanEntries entries, List<Finding> findings) {
        LocalDate first = date("first", entries.first(), findings);
        LocalDate last = date("last", entries.last(), findings);
        Decision decision = decision(entries, findings);
        if (first == null || last == null) {
            return null;
        }
        if (!CampDays.isPossible(first, last)) {
            String code = last.isBefore(first) ? "pages.camp-ends-early" : "pages.camp-too-long";
            findings.add(Finding.error(code, "last", CampDays.MOST_WEEKS));
            return null;
        }
        return new CampDays(first, last, entries.isOvernight(), decision);
    }

    private static @Nullable LocalDate date(String field, String text, List<Finding> findings) {
        if (text.isBlank()) {
            String code = "pages.no-day-" + field;
            findings.add(Finding.error(code, field));
            return null;
        }
        Optional<LocalDate> day = CELLS.readDate(text).asOptional();
        if (day.isPresent() && IsoWeek.isSupported(day.get())) {
            return day.get();
        }
        String code = day.isPresent() ? "pages.camp-year" : "pages.date-unknown";
        findings.add(Finding.error(code, field, text.strip()));
        return null;
    }

    private static @Nullable Decision decision(NewPlanEntries entries, List<Finding> findings) {
        boolean isSaid = !entries.by().isBlank();
        if (isSaid != !entries.reason().isBlank()) {
            findings.add(Finding.error("pages.decision-half", isSaid ? "reason" : "by"));
            return null;
        }
        try {
            return isSaid ? new Decision(entries.by().strip(), entries.reason().strip()) : null;
        } catch (InvalidValueException invalid) {
            invalid.findings()
                    .forEach(one -> findings.add(new Finding(
                            one.code(), one.severity(), one.pointer().replace("/", ""), one.arguments())));
            return null;
        }
    }

    private static Map<SourceLocation, String> parseCorrections(String mended) {
        var cells = new HashMap<SourceLocation, String>();
        if (JsonTreeParser.parse(mended) instanceof ReadResult.Success<Json> good
                && good.value() instanceof Json.JsonArray all) {
            all.elements().stream().limit(MAX_CORRECTIONS).forEach(one -> {
                if (one instanceof Json.JsonObject cell) {
                    cells.put(new SourceLocation(text(cell, "file"), text(cell, "where")), text(cell, "text"));
                }
            });
        }
        return cells;
    }

    private static String text(Json.JsonObject cell, String field) {
        return cell.fields().get(field) instanceof Json.JsonString text ? text.value() : "";
    }

    /**
     * Returns the import request. While the dates of a camp are unknown, its files are read as those of a school.
     *
     * @param remembered answers of earlier imports
     * @param template   what a camp takes over from an earlier one; {@code null} means nothing
     */
    SchoolFileImporter.ImportUpload toImportRequest(
            List<MultipartFile> files,
            List<ImportAnswer> remembered,
            Language language,
            Texts texts,
            SchoolYear year,
            @Nullable CampTemplate template) {
        boolean isYear = !isCamp && SchoolYear.parse(entries.year()).isPresent();
        return new SchoolFileImporter.ImportUpload(
                files,
                null,
                null,
                answers.addedTo(remembered),
                isYear ? entries.year() : year.toString(),
                null,
                title(texts),
                language,
                mended,
                camp,
                template);
    }

    private @Nullable String title(Texts texts) {
        if (!entries.title().isBlank()) {
            return entries.title().strip();
        }
        CampDays days = camp;
        return days == null
                ? null
                : texts.text(
                        "pages.camp-title",
                        IsoWeek.of(days.first()).week(),
                        IsoWeek.of(days.last()).week(),
                        days.first().getYear());
    }
}
