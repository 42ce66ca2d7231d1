package dk.grundskema.api.service.timetable;

import dk.grundskema.api.exports.sheet.PdfRenderer;
import dk.grundskema.api.exports.sheet.SheetBundle;
import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.http.RecentlyUsedCache;
import dk.grundskema.api.service.http.Refusal;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Provides the printable sheets of plans for pages. */
@Component
public class PlanSheetPrinter {
    /**
     * Number of plans whose sheets are cached, because users print several sheets in a row; those of a large school take some tens of
     * megabytes.
     */
    private static final int DRAWN = 3;

    /** Maximum number of concurrent PDF conversions; others wait. */
    private static final int AT_A_TIME = 2;

    private final TimetableViewProvider showing;
    private final RecentlyUsedCache<List<Object>, SheetBundle> drawn = RecentlyUsedCache.create(DRAWN);
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    PlanSheetPrinter(TimetableViewProvider showing) {
        this.showing = showing;
    }

    /**
     * Sheets of a plan's current timetable.
     *
     * @param plan   the plan
     * @param bundle the sheets, with all names
     * @param tag    entity tag of the sheets
     */
    public record PlanSheets(Plan plan, SheetBundle bundle, String tag) {}

    /**
     * Returns the sheets of a plan in the caller's language.
     *
     * @param caller must be allowed to see students' names
     * @throws Refusal 404 if the plan has no timetable; 409 if it requires a missing plugin
     */
    public PlanSheets sheetsOf(PlanId plan, Caller caller) {
        ViewedTimetable shown = showing.resolve(plan, caller);
        SheetBundle bundle = drawn.get(
                List.of(shown.problem().hash(), shown.timetable().hash(), shown.language()),
                fresh -> showing.papers(shown).sheetBundle(shown.timetable().value()));
        return new PlanSheets(shown.plan(), bundle, shown.tag());
    }

    /**
     * Returns a sheet as PDF.
     *
     * @param file name of the sheet, with the ending {@code .html}
     * @throws Refusal 404 if there is no such sheet
     */
    public byte[] pdf(PlanSheets printed, String file) {
        byte[] page = printed.bundle().files().get(file);
        if (page == null) {
            throw Refusal.notFound();
        }
        turns.acquireUninterruptibly();
        try {
            return PdfRenderer.render(page);
        } finally {
            turns.release();
        }
    }
}
