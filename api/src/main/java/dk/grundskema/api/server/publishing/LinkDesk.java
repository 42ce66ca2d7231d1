package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.publishing.PublicationViews.LinkView;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Links by which calendars are followed, for pages of those who may edit plans. What is done here is noted in the audit. */
@Component
public class LinkDesk {
    private final LinkController links;
    private final YearLinkController years;

    LinkDesk(LinkController links, YearLinkController years) {
        this.links = links;
        this.years = years;
    }

    /**
     * A link as those see it who hand it out.
     *
     * @param id       names it, and opens nothing
     * @param kind     what it is to the calendar of
     * @param ownerId  id of that in the plan
     * @param name     what people call it
     * @param page     address of a page about it; whoever has it may read
     * @param language language of what it says
     * @param revoked  since when it answers nobody; {@code null} means that it does
     * @param seen     when that was published which somebody said to have seen; {@code null} means nothing yet
     */
    public record Handed(
            LinkId id,
            LinkKind kind,
            String ownerId,
            String name,
            String page,
            Language language,
            @Nullable Instant revoked,
            @Nullable Instant seen) {
        private static Handed of(LinkView view) {
            return new Handed(
                    view.id(),
                    view.kind(),
                    view.ownerId(),
                    view.name(),
                    view.page(),
                    view.language(),
                    view.revoked(),
                    view.seen());
        }

        /** The id alone. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /** All links of a plan, by kind and owner; none before its first publication. */
    public List<Handed> of(PlanId plan) {
        return links.list(plan, null).items().stream().map(Handed::of).toList();
    }

    /** Gives a link another address; one that was revoked answers again. Throws as {@link Links#renew}. */
    public Handed renew(PlanId plan, LinkId link, Caller caller) {
        return Handed.of(links.renew(plan, link, caller));
    }

    /** Lets a link answer nobody any more, until it is renewed. Throws as {@link Links#revoke}. */
    public Handed revoke(PlanId plan, LinkId link, Caller caller) {
        return Handed.of(links.revoke(plan, link, caller));
    }

    /** Lets a calendar speak another language from now on. Throws as {@link Publications#speak}. */
    public Handed speak(PlanId plan, LinkId link, Language language, Caller caller) {
        return Handed.of(links.change(plan, link, new LinkController.LinkChange(language), caller));
    }

    /** The links to the year of an organisation and all below it, the oldest first. */
    public List<Handed> ofYear(OrganisationId organisation) {
        return years.list(organisation).items().stream().map(Handed::of).toList();
    }

    /** Makes a link to a year. Throws as {@link YearLinks#make}. */
    public Handed makeOfYear(OrganisationId organisation, Language language, Caller caller) {
        return Handed.of(
                Objects.requireNonNull(years.make(organisation, new LinkController.LinkChange(language), caller)
                        .getBody()));
    }

    /** As {@link #renew}, of a link to a year. */
    public Handed renewOfYear(OrganisationId organisation, LinkId link, Caller caller) {
        return Handed.of(years.renew(organisation, link, caller));
    }

    /** As {@link #revoke}, of a link to a year. */
    public Handed revokeOfYear(OrganisationId organisation, LinkId link, Caller caller) {
        return Handed.of(years.revoke(organisation, link, caller));
    }
}
