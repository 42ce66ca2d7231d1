package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkId;
import dk.grundskema.api.service.publish.PublishingAuditor;
import dk.grundskema.api.service.subscribe.FeedLinkService.NamedLink;
import dk.grundskema.domain.people.Language;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Lists and changes links to the year of an organisation and the organisations below it. A link is named after its organisation. Records all
 * changes in the audit log.
 */
@Component
class YearLinkService {
    private final YearLinkRepository links;
    private final PublishingAuditor auditor;
    private final OrganisationRepository organisations;

    YearLinkService(YearLinkRepository links, PublishingAuditor auditor, OrganisationRepository organisations) {
        this.links = links;
        this.auditor = auditor;
        this.organisations = organisations;
    }

    /** Returns the links to a year, oldest first. */
    List<NamedLink> list(OrganisationId organisation) {
        return links.findByOrganisation(organisation).stream().map(this::named).toList();
    }

    /** Creates a link. Fails like {@link YearLinkRepository#create}. */
    NamedLink create(OrganisationId organisation, Language language, Caller caller) {
        return named(auditor.auditCreation(caller.account(), () -> links.create(organisation, language)));
    }

    /** Gives a link a new address. A revoked link works again. Fails like {@link YearLinkRepository#renew}. */
    NamedLink renew(OrganisationId organisation, LinkId link, Caller caller) {
        return named(auditor.auditRenewal(caller.account(), () -> links.renew(organisation, link)));
    }

    /** Revokes a link until it is renewed. Fails like {@link YearLinkRepository#revoke}. */
    NamedLink revoke(OrganisationId organisation, LinkId link, Caller caller) {
        return named(auditor.auditRevocation(caller.account(), () -> links.revoke(organisation, link)));
    }

    /** Changes the language of a calendar. Fails like {@link YearLinkRepository#setLanguage}. */
    NamedLink changeLanguage(OrganisationId organisation, LinkId link, Language language, Caller caller) {
        return named(
                auditor.auditLanguageChange(caller.account(), () -> links.setLanguage(organisation, link, language)));
    }

    private NamedLink named(FeedLink link) {
        return new NamedLink(link, organisations.get(link.organisation()).name());
    }
}
