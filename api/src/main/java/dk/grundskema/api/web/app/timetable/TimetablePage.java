package dk.grundskema.api.web.app.timetable;

import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.timetable.DoubleBookings;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Look;
import dk.grundskema.api.timetable.Overview;
import dk.grundskema.api.web.app.Address;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a timetable is looked at.
 *
 * @param at      address of the page, without what is looked at
 * @param isSoFar whether it is what the computer has found so far, not the plan's own
 * @param looks   address of the style of its looks
 * @param choices what there is to look at, by kind
 * @param shown   what is looked at
 * @param weeks   weeks in which something is held, in order; at least one
 * @param week    the week that is looked at
 * @param body    what stands on the page
 * @param sought  what was searched for
 * @param subjects what subjects are called
 * @param hand    what it takes to change it by hand; {@code null} means that the visitor may not, or that there is nothing to take hold of
 */
public record TimetablePage(
        String at,
        boolean isSoFar,
        String looks,
        List<Choices> choices,
        Choice shown,
        List<IsoWeek> weeks,
        IsoWeek week,
        Body body,
        Sought sought,
        List<String> subjects,
        @Nullable Hand hand) {
    private static final int MOST_SUGGESTIONS = 2_000;

    /** Copies the lists. */
    public TimetablePage {
        choices = List.copyOf(choices);
        weeks = List.copyOf(weeks);
        subjects = List.copyOf(subjects);
    }

    /**
     * What was searched for.
     *
     * @param look     number of the look of the subject that was found; -1 means that none was sought
     * @param lesson   what the lessons are called that were found of which nothing was planned; empty means that none were sought
     * @param isMissed whether nothing is called like what was typed
     * @param hits     what may be meant, if several things are called like what was typed; else empty
     * @param hasMore  whether there are more hits than these
     */
    public record Sought(int look, String lesson, boolean isMissed, List<Hit> hits, boolean hasMore) {
        /** Nothing was. */
        public static final Sought NOTHING = new Sought(-1, "", false, List.of(), false);

        /** Copies the list. */
        public Sought {
            hits = List.copyOf(hits);
        }

        /** Whether it is a look that was sought. */
        public boolean finds(Look one) {
            return look >= 0 && one.number() == look;
        }

        /** Whether it is something that was sought. */
        public boolean finds(Entry entry) {
            return finds(entry.look())
                    || (!lesson.isEmpty()
                            && entry.isUntouched()
                            && entry.title().equals(lesson));
        }
    }

    /**
     * One of several things that are called like what was typed.
     *
     * @param kind    what it is: a {@link Kind}, or {@code SUBJECT}
     * @param name    what people call it
     * @param more    what tells it apart from others of its kind; empty where the name does
     * @param address what the page's address asks for to show it
     */
    public record Hit(String kind, String name, String more, String address) {
        /** Key of the text that says what it is, and which, where the name doesn't say it. */
        public String text() {
            return "timetable.hit." + kind + (more.isEmpty() ? "" : ".which");
        }

        /** Without the name. */
        @Override
        public String toString() {
            return address;
        }
    }

    /** What can be looked at. */
    public enum Kind {
        /** The whole plan at a glance. */
        WHOLE,
        /** A day from morning to night. */
        DAY,
        /** A team or class. */
        TEAM,
        /** One of the staff. */
        STAFF,
        /** A room. */
        ROOM,
        /** A student. */
        STUDENT
    }

    /**
     * Something that can be looked at.
     *
     * @param kind what it is
     * @param id   which; empty where there is only one
     * @param name what people call it; empty where the kind says it
     */
    public record Choice(Kind kind, String id, String name) {
        /** As a form asks for it. */
        public String value() {
            return id.isEmpty() ? kind.name() : kind.name() + ":" + id;
        }

        /** Without the name. */
        @Override
        public String toString() {
            return value();
        }
    }

    /**
     * Everything of a kind that can be looked at.
     *
     * @param kind what they are
     * @param all  in the order in which people look for them
     */
    public record Choices(Kind kind, List<Choice> all) {
        /** Copies the list. */
        public Choices {
            all = List.copyOf(all);
        }
    }

    /** What stands on the page. */
    public sealed interface Body permits OfWeek, OfDay, OfAll {}

    /**
     * A week of something.
     *
     * @param self     id of whose it is
     * @param entries  what is held for it, in all weeks
     * @param hasNames whether the visitor may know students' names
     * @param doubles  who in the week that is looked at is somewhere else at the same time
     */
    public record OfWeek(Object self, List<Entry> entries, boolean hasNames, DoubleBookings doubles) implements Body {
        /** Copies the list. */
        public OfWeek {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A day.
     *
     * @param board who is where
     * @param dates days of the week on which something is held
     */
    public record OfDay(DayBoard board, List<LocalDate> dates) implements Body {
        /** Copies the list. */
        public OfDay {
            dates = List.copyOf(dates);
        }
    }

    /**
     * All weeks at a glance.
     *
     * @param overview what is held
     * @param doubles  who in it is somewhere else at the same time
     */
    public record OfAll(Overview overview, DoubleBookings doubles) implements Body {}

    /** The same for somebody who may change it by hand, where there is something to take hold of. */
    public TimetablePage by(Hand other) {
        return body instanceof OfWeek
                ? new TimetablePage(at, isSoFar, looks, choices, shown, weeks, week, body, sought, subjects, other)
                : this;
    }

    /**
     * Names that are offered while somebody types: subjects, and people and places, but of these none in a plan of so many that a page of them would take
     * longer to come than to search.
     */
    public List<String> suggestions() {
        List<String> named = choices.stream()
                .flatMap(kind -> kind.all().stream())
                .map(Choice::name)
                .filter(name -> !name.isEmpty())
                .toList();
        return named.size() > MOST_SUGGESTIONS
                ? subjects
                : Stream.concat(named.stream(), subjects.stream()).toList();
    }

    /** The week before in which something is held; {@code null} if there is none. */
    public @Nullable IsoWeek previous() {
        int at = weeks.indexOf(week);
        return at > 0 ? weeks.get(at - 1) : null;
    }

    /** The week after in which something is held; {@code null} if there is none. */
    public @Nullable IsoWeek next() {
        int at = weeks.indexOf(week);
        return at + 1 < weeks.size() ? weeks.get(at + 1) : null;
    }

    /** The first team, or the first of all if there are none. */
    public Choice firstTeam() {
        return choices.stream()
                .filter(one -> one.kind() == Kind.TEAM)
                .findFirst()
                .orElse(choices.getFirst())
                .all()
                .getFirst();
    }

    /** Where something is looked at in a week. */
    public String address(Choice choice, IsoWeek asked) {
        String of = choice.id().isEmpty() ? choice.value() : choice.kind() + ":" + Address.part(choice.id());
        return "%s?of=%s&week=%s".formatted(at, of, asked);
    }
}
