package dk.grundskema.api.server.pages.lists;

import dk.grundskema.api.imports.CampDays;
import dk.grundskema.api.imports.calendar.SchoolYear;
import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonParsing;
import dk.grundskema.api.platform.Read;
import dk.grundskema.api.server.plans.Imports;
import dk.grundskema.api.web.app.lists.NewPlanPage.Typed;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What somebody typed who wants a plan made of files, and what is wrong with it.
 *
 * @param isCamp whether a camp is to be made; else a school's plan
 * @param typed  what was typed
 * @param mended what cells hold instead of what the files have
 * @param camp   the camp; {@code null} if none is to be made, or something is wrong with what was typed of it
 * @param wrong  what is wrong, each with the name of its field as its pointer
 */
record NewPlanForm(
        boolean isCamp,
        Typed typed,
        Map<Place, String> mended,
        @Nullable CampDays camp,
        List<Finding> wrong) {
    /** More cells than anybody mends one by one. */
    private static final int MOST_MENDED = 20_000;

    NewPlanForm {
        mended = Map.copyOf(mended);
        wrong = List.copyOf(wrong);
    }

    /** @param mended a list of objects with {@code file}, {@code where} and {@code text}, as JSON */
    static NewPlanForm of(boolean isCamp, Typed typed, String mended) {
        var wrong = new ArrayList<Finding>();
        CampDays camp = isCamp ? camp(typed, wrong) : null;
        return new NewPlanForm(isCamp, typed, cells(mended), camp, wrong);
    }

    private static @Nullable CampDays camp(Typed typed, List<Finding> wrong) {
        LocalDate first = date("first", typed.first(), wrong);
        LocalDate last = date("last", typed.last(), wrong);
        Decision decision = decision(typed, wrong);
        if (first == null || last == null) {
            return null;
        }
        if (!CampDays.isPossible(first, last)) {
            String code = last.isBefore(first) ? "pages.camp-ends-early" : "pages.camp-too-long";
            wrong.add(Finding.error(code, "last", CampDays.MOST_WEEKS));
            return null;
        }
        return new CampDays(first, last, typed.isOvernight(), decision);
    }

    private static @Nullable LocalDate date(String field, String text, List<Finding> wrong) {
        if (text.isBlank()) {
            String code = "pages.no-day-" + field;
            wrong.add(Finding.error(code, field));
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (IsoWeek.has(day)) {
                return day;
            }
            wrong.add(Finding.error("pages.camp-year", field, text.strip()));
            return null;
        } catch (DateTimeException e) {
            wrong.add(Finding.error("pages.date-unknown", field, text.strip()));
            return null;
        }
    }

    private static @Nullable Decision decision(Typed typed, List<Finding> wrong) {
        boolean isSaid = !typed.by().isBlank();
        if (isSaid != !typed.reason().isBlank()) {
            wrong.add(Finding.error("pages.decision-half", isSaid ? "reason" : "by"));
            return null;
        }
        try {
            return isSaid ? new Decision(typed.by().strip(), typed.reason().strip()) : null;
        } catch (InvalidValueException invalid) {
            invalid.findings()
                    .forEach(one -> wrong.add(new Finding(
                            one.code(), one.severity(), one.pointer().replace("/", ""), one.arguments())));
            return null;
        }
    }

    private static Map<Place, String> cells(String mended) {
        var cells = new HashMap<Place, String>();
        if (JsonParsing.parse(mended) instanceof Read.Good<Json> good && good.value() instanceof Json.Listing all) {
            all.elements().stream().limit(MOST_MENDED).forEach(one -> {
                if (one instanceof Json.Structure cell) {
                    cells.put(new Place(text(cell, "file"), text(cell, "where")), text(cell, "text"));
                }
            });
        }
        return cells;
    }

    private static String text(Json.Structure cell, String field) {
        return cell.fields().get(field) instanceof Json.Text text ? text.value() : "";
    }

    /** What is to be read; as long as it isn't known when a camp is, its lists are read as those of a school. */
    Imports.Sent sent(List<MultipartFile> files, Language language, Texts texts, SchoolYear year) {
        boolean isYear = !isCamp && SchoolYear.parse(typed.year()).isPresent();
        return new Imports.Sent(
                files, null, null, isYear ? typed.year() : year.toString(), null, title(texts), language, mended, camp);
    }

    private @Nullable String title(Texts texts) {
        if (!typed.title().isBlank()) {
            return typed.title().strip();
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
