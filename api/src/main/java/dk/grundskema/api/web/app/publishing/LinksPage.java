package dk.grundskema.api.web.app.publishing;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page with the links by which a plan's calendars are followed.
 *
 * @param plan         id of the plan
 * @param organisation what people call the organisation whose year has links, too
 * @param parts        the links, by what they are to
 */
public record LinksPage(String plan, String organisation, List<Part> parts) {
    /** What a link can be to, in the order of the page. */
    public enum Kind {
        /** One of the staff. */
        STAFF,
        /** When one of the staff is busy, and no more. */
        BUSY,
        /** A team or class. */
        GROUP,
        /** A room. */
        ROOM,
        /** An intervention. */
        INTERVENTION,
        /** The organisation's year. */
        YEAR
    }

    /** Copies the list. */
    public LinksPage {
        parts = List.copyOf(parts);
    }

    /** Whether the links lead to the very machine that they are opened on, so that no phone gets anywhere with them. */
    public boolean isOnlyHere() {
        return parts.stream()
                .flatMap(part -> part.links().stream())
                .anyMatch(link -> link.address().matches("https?://(localhost|127\\.[\\d.]+|\\[::1])([:/].*)?"));
    }

    /**
     * Links of a kind.
     *
     * @param kind  what they are to
     * @param links each of them; none of a year if nobody made one yet
     */
    public record Part(Kind kind, List<Link> links) {
        /** Copies the list. */
        public Part {
            links = List.copyOf(links);
        }
    }

    /**
     * A link.
     *
     * @param plan     id of the plan on whose page it stands
     * @param id       names it, and opens nothing
     * @param kind     what it is to
     * @param name     what people call that
     * @param address  whoever has it may read
     * @param language the language that the calendar speaks: {@code DA} or {@code EN}
     * @param revoked  since when it answers nobody; {@code null} means that it does
     * @param seen     when that was published which somebody said to have seen; {@code null} means nothing yet
     * @param change   what was just done to it: {@code renewed}, {@code revoked} or {@code spoken}; empty means nothing
     */
    public record Link(
            String plan,
            String id,
            Kind kind,
            String name,
            String address,
            String language,
            @Nullable LocalDateTime revoked,
            @Nullable LocalDateTime seen,
            String change) {
        /** Where something is done to it. */
        public String path(String action) {
            return "/plans/%s/%s/%s/%s".formatted(plan, kind == Kind.YEAR ? "year-links" : "links", id, action);
        }

        /** The id alone: the address opens what it is to. */
        @Override
        public String toString() {
            return id;
        }
    }
}
