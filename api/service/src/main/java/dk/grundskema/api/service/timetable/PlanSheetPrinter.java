package dk.grundskema.api.service.timetable;

import dk.grundskema.api.exports.sheet.PdfRenderer;
import dk.grundskema.api.exports.sheet.SheetBundle;
import dk.grundskema.api.planning.status.PlanStatus;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.history.PlanStatusPresenter;
import dk.grundskema.api.service.plan.history.PlanStatusReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Provides the printable sheets of plans for pages. */
@Component
public class PlanSheetPrinter {
    /**
     * Number of plans whose sheets are cached, because users print several sheets in a row; those of a large school take some tens of
     * megabytes.
     */
    private static final int CACHE_SIZE = 3;

    /** Maximum number of concurrent PDF conversions; others wait. */
    private static final int PRINT_SLOTS = 2;

    private final TimetableViewProvider timetableViewProvider;
    private final LeastRecentlyUsedCache<List<Object>, SheetBundle> sheetCache =
            LeastRecentlyUsedCache.create(CACHE_SIZE);
    private final Semaphore printSlots = new Semaphore(PRINT_SLOTS, true);

    private final PlanStore plans;
    private final PlanStatusReader statuses;
    private final PlanStatusPresenter presenter;

    PlanSheetPrinter(
            TimetableViewProvider timetableViewProvider,
            PlanStore plans,
            PlanStatusReader statuses,
            PlanStatusPresenter presenter) {
        this.timetableViewProvider = timetableViewProvider;
        this.plans = plans;
        this.statuses = statuses;
        this.presenter = presenter;
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
     * @throws RefusalException 404 if the plan has no timetable; 409 if it requires a missing plugin
     */
    public PlanSheets sheetsOf(PlanId plan, Caller caller) {
        ViewedTimetable viewedTimetable = timetableViewProvider.resolve(plan, caller);
        Optional<PlanStatus> status =
                statuses.find(plans.revision(viewedTimetable.plan().head()));
        SheetBundle bundle = sheetCache.get(
                List.of(
                        viewedTimetable.problem().hash(),
                        viewedTimetable.timetable().hash(),
                        viewedTimetable.language(),
                        status),
                fresh -> timetableViewProvider
                        .planExporter(viewedTimetable)
                        .sheetBundle(
                                viewedTimetable.timetable().value(),
                                status.map(presenter::sheetText).orElse(null)));
        return new PlanSheets(
                viewedTimetable.plan(),
                bundle,
                TimetableViewProvider.tag(
                        viewedTimetable, status.map(String::valueOf).orElse("")));
    }

    /**
     * Returns a sheet as PDF.
     *
     * @param file name of the sheet, with the ending {@code .html}
     * @throws RefusalException 404 if there is no such sheet
     */
    public byte[] pdf(PlanSheets printed, String file) {
        byte[] page = printed.bundle().files().get(file);
        if (page == null) {
            throw RefusalException.notFound();
        }
        printSlots.acquireUninterruptibly();
        try {
            return PdfRenderer.render(page);
        } finally {
            printSlots.release();
        }
    }
}
