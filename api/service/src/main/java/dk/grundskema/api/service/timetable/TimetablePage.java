package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.DayBoard;
import dk.grundskema.api.documents.timetable.MeetingStyle;
import dk.grundskema.api.documents.timetable.TimetableDoubleBookings;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableOverview;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.platform.page.AddressEncoder;
import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Model of the page that shows a timetable.
 *
 * @param at           address of the page without the selected view
 * @param isSoFar      whether this is the interim result of a solve, not the plan's timetable
 * @param styleAddress address of the style sheet
 * @param choices      selectable views by kind
 * @param shown        selected view
 * @param weeks        weeks with entries, in order; at least one
 * @param week         selected week
 * @param body         content of the page
 * @param sought       result of a search
 * @param subjects     names of subjects
 * @param marks        what is said at meetings: faults and explanations
 * @param manualEdit   data for manual changes; {@code null} if the visitor may not change the timetable or there is nothing to change
 */
public record TimetablePage(
        String at,
        boolean isSoFar,
        String styleAddress,
        List<ViewTargetGroup> choices,
        ViewTarget shown,
        List<IsoWeek> weeks,
        IsoWeek week,
        TimetableBody body,
        SearchResult sought,
        List<String> subjects,
        MeetingMarks marks,
        @Nullable ManualEditView manualEdit) {
    private static final int MOST_SUGGESTIONS = 2_000;

    /** Copies the lists. */
    public TimetablePage {
        choices = List.copyOf(choices);
        weeks = List.copyOf(weeks);
        subjects = List.copyOf(subjects);
    }

    /** Returns the heading: the name of the view, or its kind if that is enough. */
    public String heading(TemplateTexts texts) {
        return shown.name().isEmpty() ? texts.text("timetable.kind." + shown.kind()) : shown.name();
    }

    /** Returns the head of the page. */
    public PageHead head() {
        PageHead head = PageHead.of(this::heading)
                .withStyle(styleAddress)
                .withStyle("hand.css")
                .withFullWidth()
                .withAutoRefresh();
        PageHead marked = isSoFar ? head : head.withScript("faults.js");
        return manualEdit == null ? marked : marked.withScript("hand.js");
    }

    /**
     * Result of a search.
     *
     * @param look     number of the style of the subject found; -1 if none
     * @param lesson   title of the unplanned lessons found; empty if none
     * @param isMissed whether nothing was found
     * @param hits     candidates if several names match; otherwise empty
     * @param hasMore  whether there are further candidates
     */
    public record SearchResult(int look, String lesson, boolean isMissed, List<SearchHit> hits, boolean hasMore) {
        /** No search. */
        public static final SearchResult NOTHING = new SearchResult(-1, "", false, List.of(), false);

        /** Copies the list. */
        public SearchResult {
            hits = List.copyOf(hits);
        }

        /** Returns whether the style is the one found. */
        public boolean matches(MeetingStyle one) {
            return look >= 0 && one.number() == look;
        }

        /** Returns whether the entry matches the search. */
        public boolean matches(TimetableEntry entry) {
            return matches(entry.meetingStyle())
                    || (!lesson.isEmpty()
                            && entry.isUntouched()
                            && entry.title().equals(lesson));
        }
    }

    /**
     * One of several matches.
     *
     * @param kind    its kind: a {@link ViewKind}, or {@code SUBJECT}
     * @param name    display name
     * @param more    text that distinguishes it from others of its kind; empty if the name does
     * @param address query of the page that shows it
     */
    public record SearchHit(String kind, String name, String more, String address) {
        /** Returns the message key of the text that shows kind and distinction where the name alone is not enough. */
        public String text() {
            return "timetable.hit." + kind + (more.isEmpty() ? "" : ".which");
        }

        /** Leaves out the name. */
        @Override
        public String toString() {
            return address;
        }
    }

    /** Kinds of views. */
    public enum ViewKind {
        /** Overview of the whole plan. */
        WHOLE,
        /** A whole day. */
        DAY,
        /** A team or class. */
        TEAM,
        /** A staff member. */
        STAFF,
        /** A room. */
        ROOM,
        /** A student. */
        STUDENT
    }

    /**
     * A view.
     *
     * @param kind kind of the view
     * @param id   id within the kind; empty if there is only one
     * @param name display name; empty if the kind is enough
     */
    public record ViewTarget(ViewKind kind, String id, String name) {
        /** Returns the value of the form field. */
        public String value() {
            return id.isEmpty() ? kind.name() : kind.name() + ":" + id;
        }

        /** Leaves out the name. */
        @Override
        public String toString() {
            return value();
        }
    }

    /**
     * All views of a kind.
     *
     * @param kind the kind
     * @param all  the views in display order
     */
    public record ViewTargetGroup(ViewKind kind, List<ViewTarget> all) {
        /** Copies the list. */
        public ViewTargetGroup {
            all = List.copyOf(all);
        }
    }

    /** Content of the page. */
    public sealed interface TimetableBody permits WeekBody, DayBody, OverviewBody {}

    /**
     * A week of one owner.
     *
     * @param self     id of the owner
     * @param entries  entries of all weeks
     * @param hasNames whether the visitor may see students' names
     * @param doubles  double bookings in the selected week
     */
    public record WeekBody(Object self, List<TimetableEntry> entries, boolean hasNames, TimetableDoubleBookings doubles)
            implements TimetableBody {
        /** Copies the list. */
        public WeekBody {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A day.
     *
     * @param board where everyone is
     * @param dates days of the week with entries
     */
    public record DayBody(DayBoard board, List<LocalDate> dates) implements TimetableBody {
        /** Copies the list. */
        public DayBody {
            dates = List.copyOf(dates);
        }
    }

    /**
     * Overview of all weeks.
     *
     * @param overview the overview
     * @param doubles  double bookings
     */
    public record OverviewBody(TimetableOverview overview, TimetableDoubleBookings doubles) implements TimetableBody {}

    /** Returns the page with data for manual changes, if there is anything to change. */
    public TimetablePage withManualEditing(ManualEditView other) {
        return body instanceof WeekBody
                ? new TimetablePage(
                        at, isSoFar, styleAddress, choices, shown, weeks, week, body, sought, subjects, marks, other)
                : this;
    }

    /** Returns the page with marks at meetings. */
    public TimetablePage withMarks(MeetingMarks other) {
        return new TimetablePage(
                at, isSoFar, styleAddress, choices, shown, weeks, week, body, sought, subjects, other, manualEdit);
    }

    /**
     * Returns the names for input completion: subjects, people and places. Without people and places in a large plan, where loading them
     * takes longer than searching.
     */
    public List<String> suggestions() {
        List<String> named = choices.stream()
                .flatMap(kind -> kind.all().stream())
                .map(ViewTarget::name)
                .filter(name -> !name.isEmpty())
                .toList();
        return named.size() > MOST_SUGGESTIONS
                ? subjects
                : Stream.concat(named.stream(), subjects.stream()).toList();
    }

    /** Returns the previous week with entries; {@code null} if none. */
    public @Nullable IsoWeek previous() {
        int at = weeks.indexOf(week);
        return at > 0 ? weeks.get(at - 1) : null;
    }

    /** Returns the next week with entries; {@code null} if none. */
    public @Nullable IsoWeek next() {
        int at = weeks.indexOf(week);
        return at + 1 < weeks.size() ? weeks.get(at + 1) : null;
    }

    /** Returns the first team, or the first view if there are no teams. */
    public ViewTarget firstTeam() {
        return choices.stream()
                .filter(one -> one.kind() == ViewKind.TEAM)
                .findFirst()
                .orElse(choices.getFirst())
                .all()
                .getFirst();
    }

    /** Returns the address of a view in a week. */
    public String address(ViewTarget choice, IsoWeek requestedWeek) {
        String of = choice.id().isEmpty() ? choice.value() : choice.kind() + ":" + AddressEncoder.encode(choice.id());
        return "%s?of=%s&week=%s".formatted(at, of, requestedWeek);
    }
}
