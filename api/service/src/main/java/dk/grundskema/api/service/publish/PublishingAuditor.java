package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.AuditLog;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes audit entries when plan content becomes readable without an account. Entries name the owner of the calendar, never the token. */
@Component
public final class PublishingAuditor implements PublicationListener {
    private final AuditLog audit;
    private final PlanStore plans;
    private final TransactionTemplate transaction;

    PublishingAuditor(AuditLog audit, PlanStore plans, TransactionTemplate transaction) {
        this.audit = audit;
        this.plans = plans;
        this.transaction = transaction;
    }

    @Override
    public void onPublished(Publication published, boolean isNoticeWanted) {
        OrganisationId organisation = plans.get(published.plan()).organisation();
        audit.recordChange(published.author(), organisation, published.plan(), "audit.published");
    }

    /** Records that an account opened the sheet with the links of all staff. */
    public void auditSheet(AccountId account, Plan plan) {
        audit.recordSeen(account, plan.organisation(), plan.id(), "audit.codes-printed");
    }

    /** Renews a link and records it. A revoked link works again. */
    public FeedLink auditRenewal(AccountId account, Supplier<FeedLink> change) {
        return auditLinkChange(account, "audit.link-renewed", change);
    }

    /** Revokes a link and records it. */
    public FeedLink auditRevocation(AccountId account, Supplier<FeedLink> change) {
        return auditLinkChange(account, "audit.link-revoked", change);
    }

    /** Changes the language of a calendar and records it. */
    public FeedLink auditLanguageChange(AccountId account, Supplier<FeedLink> change) {
        return auditLinkChange(account, "audit.link-language", change);
    }

    /** Creates a link and records it. */
    public FeedLink auditCreation(AccountId account, Supplier<FeedLink> change) {
        return auditLinkChange(account, "audit.link-made", change);
    }

    /** Runs the change and writes its entry in one transaction. */
    private FeedLink auditLinkChange(AccountId account, String action, Supplier<FeedLink> change) {
        return transaction.execute(status -> {
            FeedLink link = change.get();
            PlanId plan = link.plan();
            if (plan == null) {
                audit.recordChange(account, link.organisation(), action);
            } else if (link.kind().isOfPerson()) {
                audit.recordChange(account, link.organisation(), plan, action, List.of(new StaffId(link.ownerId())));
            } else {
                audit.recordChange(account, link.organisation(), plan, action);
            }
            return link;
        });
    }
}
