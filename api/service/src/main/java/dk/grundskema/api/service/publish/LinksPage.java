package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.service.publish.PublicationHistory.ShownPlan;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Model of the page with the links to a plan's calendars.
 *
 * @param plan         id of the plan
 * @param organisation name of the organisation whose year also has links
 * @param shown        the plan that links show instead; {@code null} if they show this one, or nothing was published
 * @param parts        the links, grouped by target
 */
public record LinksPage(
        String plan, String organisation, @Nullable ShownPlan shown, List<LinkSection> parts) {
    /** Copies the list. */
    public LinksPage {
        parts = List.copyOf(parts);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("links").withStyle("publishing.css").withScript("links.js");
    }

    /** Returns whether the addresses only work on this machine, so that a phone cannot open them. */
    public boolean isOnlyHere() {
        return parts.stream()
                .flatMap(part -> part.links().stream())
                .anyMatch(link -> LinkAddresses.isOnlyHere(link.address()));
    }

    /**
     * Links to targets of one kind.
     *
     * @param kind  kind of target
     * @param links the links; a year has none until the first one is created
     */
    public record LinkSection(LinkKind kind, List<LinkRow> links) {
        /** Copies the list. */
        public LinkSection {
            links = List.copyOf(links);
        }
    }

    /**
     * A link.
     *
     * @param plan     id of the plan whose page shows the link
     * @param id       id of the link; grants no access
     * @param kind     kind of target
     * @param name     display name of the target
     * @param address  address of the page; anyone who has it may read
     * @param language language of the calendar: {@code DA} or {@code EN}
     * @param revoked  when the link was revoked; {@code null} if it works
     * @param seenAt   publication moment of the last news that the reader confirmed; {@code null} if none
     * @param change   what was just done to the link: {@code renewed}, {@code revoked} or {@code spoken}; empty if nothing
     */
    public record LinkRow(
            String plan,
            String id,
            LinkKind kind,
            String name,
            String address,
            String language,
            @Nullable LocalDateTime revoked,
            @Nullable LocalDateTime seenAt,
            String change) {
        /** Returns the path of an action on the link. */
        public String path(String action) {
            return "/plans/%s/%s/%s/%s".formatted(plan, kind == LinkKind.YEAR ? "year-links" : "links", id, action);
        }

        /** Returns only the id: the address grants access. */
        @Override
        public String toString() {
            return id;
        }
    }
}
