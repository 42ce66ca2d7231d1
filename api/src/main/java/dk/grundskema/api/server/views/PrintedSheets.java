package dk.grundskema.api.server.views;

import dk.grundskema.api.exports.PdfSheet;
import dk.grundskema.api.exports.SheetBundle;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Sheets of plans for walls and printers, for pages. */
@Component
public class PrintedSheets {
    /** So many plans' sheets stay drawn, for whoever prints one prints the next; a large school's take some tens of megabytes. */
    private static final int DRAWN = 3;

    /** So many are made into PDF at a time; others wait for their turn. */
    private static final int AT_A_TIME = 2;

    private final Showing showing;
    private final Lately<List<Object>, SheetBundle> drawn = new Lately<>(DRAWN);
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    PrintedSheets(Showing showing) {
        this.showing = showing;
    }

    /**
     * The sheets of the timetable that a plan is at.
     *
     * @param plan   the plan whose they are
     * @param bundle the sheets, with everybody's names
     * @param tag    says which sheets they are, as an entity tag
     */
    public record Printed(Plan plan, SheetBundle bundle, String tag) {}

    /**
     * The sheets of a plan, in the caller's language.
     *
     * @param caller may know students' names
     * @throws Refusal 404 if the plan has no timetable, 409 if it needs a plugin that isn't here
     */
    public Printed of(PlanId plan, Caller caller) {
        Shown shown = showing.of(plan, caller);
        SheetBundle bundle = drawn.get(
                List.of(shown.problem().hash(), shown.timetable().hash(), shown.language()),
                fresh -> showing.papers(shown).bundle(shown.timetable().value()));
        return new Printed(shown.plan(), bundle, shown.tag());
    }

    /**
     * A sheet as a PDF.
     *
     * @param file the sheet's name, with its ending {@code .html}
     * @throws Refusal 404 if there is none of that name
     */
    public byte[] pdf(Printed printed, String file) {
        byte[] page = printed.bundle().files().get(file);
        if (page == null) {
            throw Refusal.notFound();
        }
        turns.acquireUninterruptibly();
        try {
            return PdfSheet.of(page);
        } finally {
            turns.release();
        }
    }
}
