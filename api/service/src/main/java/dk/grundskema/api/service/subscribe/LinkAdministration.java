package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.access.OrganisationId;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.publish.PublicationViews.LinkView;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Manages calendar links for pages of planners. Records all changes in the audit log. */
@Component
public class LinkAdministration {
    private final LinkController links;
    private final YearLinkController years;

    LinkAdministration(LinkController links, YearLinkController years) {
        this.links = links;
        this.years = years;
    }

    /**
     * A link for planners.
     *
     * @param id       id of the link; grants no access
     * @param kind     kind of calendar
     * @param ownerId  id of the owner in the plan
     * @param name     display name of the owner
     * @param page     address of the page; anyone who has it may read
     * @param language language of the calendar
     * @param revoked  when the link was revoked; {@code null} if it works
     * @param seen     publication moment of the last news that the reader confirmed; {@code null} if none
     */
    public record LinkEntry(
            LinkId id,
            LinkKind kind,
            String ownerId,
            String name,
            String page,
            Language language,
            @Nullable Instant revoked,
            @Nullable Instant seen) {
        private static LinkEntry of(LinkView view) {
            return new LinkEntry(
                    view.id(),
                    view.kind(),
                    view.ownerId(),
                    view.name(),
                    view.page(),
                    view.language(),
                    view.revoked(),
                    view.seen());
        }

        /** Returns only the id. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /** Returns all links of a plan, ordered by kind and owner; empty before the first publication. */
    public List<LinkEntry> listLinks(PlanId plan) {
        return links.list(plan, null).items().stream().map(LinkEntry::of).toList();
    }

    /** Gives a link a new address. A revoked link works again. Fails like {@link LinkRepository#renew}. */
    public LinkEntry renew(PlanId plan, LinkId link, Caller caller) {
        return LinkEntry.of(links.renew(plan, link, caller));
    }

    /** Revokes a link until it is renewed. Fails like {@link LinkRepository#revoke}. */
    public LinkEntry revoke(PlanId plan, LinkId link, Caller caller) {
        return LinkEntry.of(links.revoke(plan, link, caller));
    }

    /** Changes the language of a calendar. Fails like {@link PlanPublisher#changeLanguage}. */
    public LinkEntry changeLanguage(PlanId plan, LinkId link, Language language, Caller caller) {
        return LinkEntry.of(links.change(plan, link, new LinkController.LinkChange(language), caller));
    }

    /** Returns the links to the year of an organisation and the organisations below it, oldest first. */
    public List<LinkEntry> listYearLinks(OrganisationId organisation) {
        return years.list(organisation).items().stream().map(LinkEntry::of).toList();
    }

    /** Creates a link to a year. Fails like {@link YearLinkRepository#create}. */
    public LinkEntry createYearLink(OrganisationId organisation, Language language, Caller caller) {
        return LinkEntry.of(
                Objects.requireNonNull(years.create(organisation, new LinkController.LinkChange(language), caller)
                        .getBody()));
    }

    /** Like {@link #renew}, for a link to a year. */
    public LinkEntry renewYearLink(OrganisationId organisation, LinkId link, Caller caller) {
        return LinkEntry.of(years.renew(organisation, link, caller));
    }

    /** Like {@link #revoke}, for a link to a year. */
    public LinkEntry revokeYearLink(OrganisationId organisation, LinkId link, Caller caller) {
        return LinkEntry.of(years.revoke(organisation, link, caller));
    }
}
