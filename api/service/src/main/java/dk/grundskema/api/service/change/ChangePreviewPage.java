package dk.grundskema.api.service.change;

import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.service.change.ChangeViews.ChangePreviewView;
import dk.grundskema.api.service.change.ChangeViews.FreshPlanView;
import dk.grundskema.api.service.change.ChangeViews.LeastChangeView;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page with the preview of a change.
 *
 * @param plan    id of the plan
 * @param version version of the plan that the page shows
 * @param preview the preview
 * @param seconds how long it takes at most in each of its steps
 * @param trouble why it was not kept; empty if it was not tried
 */
public record ChangePreviewPage(String plan, long version, ShownPreview preview, long seconds, List<String> trouble) {
    /** Copies the list. */
    public ChangePreviewPage {
        trouble = List.copyOf(trouble);
    }

    /** Returns the head of the page. Its title contains no name. */
    public PageHead head() {
        return PageHead.ofText("change.title").withStyle("interventions.css").withStyle("changes.css");
    }

    /** Returns the address of the page. */
    public String address() {
        return "/plans/%s/changes/%s".formatted(plan, preview.id());
    }

    /** Returns whether the page asks again how the preview stands. */
    public boolean isRunning() {
        return preview.state().isRunning();
    }

    /** Returns whether a plan can be kept. */
    public boolean canKeep() {
        return preview.least() != null && !preview.outdated();
    }

    /** Returns whether the least change is being searched. */
    public boolean isSearching() {
        return preview.state() == PreviewState.SEARCHING;
    }

    /** Returns whether everything to come is being planned afresh. */
    public boolean isComparing() {
        return preview.state() == PreviewState.COMPARING;
    }

    /** Returns whether the plan made afresh is better. */
    public boolean isFreshBetter() {
        FreshPlanView fresh = preview.fresh();
        return fresh != null && fresh.better();
    }

    /**
     * The preview as the page shows it.
     *
     * @param id       id
     * @param state    state
     * @param outdated whether the plan has been changed since
     * @param date     date of the moment
     * @param time     time of the moment
     * @param least    figures of the least change; {@code null} until it is known
     * @param sections the least change in words
     * @param fresh    comparison with a plan made afresh; {@code null} if there is none yet
     * @param failures why it failed
     */
    public record ShownPreview(
            String id,
            PreviewState state,
            boolean outdated,
            LocalDate date,
            LocalTime time,
            @Nullable Figures least,
            List<ShownSection> sections,
            @Nullable FreshPlanView fresh,
            List<String> failures) {
        /** Copies the lists. */
        public ShownPreview {
            sections = List.copyOf(sections);
            failures = List.copyOf(failures);
        }

        /** Returns the preview of a REST view. */
        static ShownPreview of(ChangePreviewView view) {
            LeastChangeView least = view.least();
            return new ShownPreview(
                    view.id(),
                    view.state(),
                    view.outdated(),
                    view.now().toLocalDate(),
                    view.now().toLocalTime(),
                    least == null ? null : Figures.of(least),
                    least == null
                            ? List.of()
                            : least.sections().stream()
                                    .map(one -> new ShownSection(one.kind().name(), one.title(), one.lines()))
                                    .toList(),
                    view.fresh(),
                    view.findings().stream().map(one -> one.text()).toList());
        }
    }

    /**
     * Figures of the least change.
     *
     * @param personDays  changed days of others
     * @param rooms       days with another room
     * @param partners    days with another partner
     * @param takenOver   dates of meetings that others take over
     * @param uncovered   dates of meetings that are cancelled or have fewer people, and of lessons without their own teacher
     * @param withoutRoom dates of meetings that have lost their room
     * @param conflicts   conflicts before and after
     * @param shortfalls  shortfalls before and after
     * @param wishes      cost in wishes before and after
     */
    public record Figures(
            int personDays,
            int rooms,
            int partners,
            int takenOver,
            int uncovered,
            int withoutRoom,
            BeforeAfter conflicts,
            BeforeAfter shortfalls,
            BeforeAfter wishes) {
        private static Figures of(LeastChangeView least) {
            return new Figures(
                    least.personDays(),
                    least.rooms(),
                    least.partners(),
                    least.takenOver(),
                    least.uncovered(),
                    least.withoutRoom(),
                    BeforeAfter.of(least.conflicts()),
                    BeforeAfter.of(least.shortfalls()),
                    BeforeAfter.of(least.wishes()));
        }
    }

    /**
     * A figure before and after the change.
     *
     * @param before before
     * @param after  after
     */
    public record BeforeAfter(long before, long after) {
        private static BeforeAfter of(ChangeViews.BeforeAndAfterView view) {
            return new BeforeAfter(view.before(), view.after());
        }
    }

    /**
     * A part of the preview in words.
     *
     * @param kind  what it is about
     * @param title title; empty means none
     * @param lines lines
     */
    public record ShownSection(String kind, String title, List<String> lines) {
        /** Copies the list. */
        public ShownSection {
            lines = List.copyOf(lines);
        }

        /** Returns whether it says what is worse than before. */
        public boolean isWarning() {
            return kind.equals("UNCOVERED")
                    || kind.equals("ORDINARY_LESSONS")
                    || kind.equals("WITHOUT_ROOM")
                    || kind.equals("CLASHES")
                    || kind.equals("LESSONS_WITHOUT_ROOM")
                    || kind.equals("NEW_CONFLICTS")
                    || kind.equals("NEW_SHORTFALLS");
        }
    }
}
