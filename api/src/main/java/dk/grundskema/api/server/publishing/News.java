package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.domain.people.Language;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a publication would be for those who follow the plan's calendars, compared to what each of them has. */
@Component
final class News {
    private final PublicationRows rows;
    private final PublishedCalendars calendars;

    News(PublicationRows rows, PublishedCalendars calendars) {
        this.rows = rows;
        this.calendars = calendars;
    }

    /**
     * An owner's calendar as it is and as it would be.
     *
     * @param owner     whose
     * @param name      what people call the owner
     * @param before    what it says now
     * @param after     what it would say
     * @param stillHeld what would become of an event that it would say no longer, by its id; nothing if it wouldn't be held any more
     */
    record OfOwner(
            CalendarOwner owner,
            String name,
            FeedState before,
            FeedState after,
            Function<String, Optional<StillHeld>> stillHeld) {}

    /** Whether it would change anything for anybody. The first publication is news, whatever it says. */
    boolean any(Coming coming) {
        if (coming.before() == null) {
            return true;
        }
        var reached = new Reached(coming);
        Published next = coming.next();
        return owners(coming).stream()
                .filter(owner -> !next.isHeldBack(owner))
                .anyMatch(owner -> isNew(owner, reached.by(owner), next));
    }

    private static boolean isNew(CalendarOwner owner, @Nullable Published was, Published next) {
        Language language = next.events().language(owner);
        return was == null
                || was.isThere(owner) != next.isThere(owner)
                || !was.zone().equals(next.zone())
                || !was.of(owner, language).equals(next.of(owner, language))
                || (next.isThere(owner)
                        && !was.events()
                                .title(owner, language)
                                .equals(next.events().title(owner, language)));
    }

    /** What it would be for all owners of the plan for whom it is anything, whether they are held back or not. */
    List<OfOwner> all(Coming coming, Language language) {
        var reached = new Reached(coming);
        return owners(coming).stream()
                .map(owner -> of(owner, reached.by(owner), coming.next(), language))
                .filter(one -> !one.before().events().equals(one.after().events()))
                .toList();
    }

    private static OfOwner of(CalendarOwner owner, @Nullable Published was, Published next, Language language) {
        FeedState before = was == null
                ? FeedState.EMPTY
                : FeedState.EMPTY.next(
                        was.zone(), was.of(owner, language), was.publication().published());
        FeedState after = before.next(
                next.zone(), next.of(owner, language), next.publication().published());
        Published known = was == null || next.isThere(owner) ? next : was;
        return new OfOwner(
                owner, known.events().name(owner, language), before, after, next.stillHeld(was, owner, language));
    }

    private static Set<CalendarOwner> owners(Coming coming) {
        var owners = new LinkedHashSet<>(coming.next().events().owners());
        if (coming.before() != null) {
            owners.addAll(coming.before().events().owners());
            // Who was held back may have left the plan meanwhile, and still go by an earlier publication
            coming.before().publication().heldBack().forEach(one -> owners.add(CalendarOwner.of(one)));
        }
        return owners;
    }

    /** Which publications reached whom last. */
    private final class Reached {
        private final Coming coming;
        private final Map<Integer, Published> earlier = new HashMap<>();

        Reached(Coming coming) {
            this.coming = coming;
        }

        /** {@code null} means that none did. */
        @Nullable
        Published by(CalendarOwner owner) {
            Published one = coming.before();
            while (one != null && one.isHeldBack(owner)) {
                one = before(one.publication());
            }
            return one;
        }

        private @Nullable Published before(Publication one) {
            return one.number() == 1
                    ? null
                    : earlier.computeIfAbsent(
                            one.number() - 1,
                            number -> rows.find(one.plan(), number)
                                    .map(calendars::of)
                                    .orElseThrow());
        }
    }
}
