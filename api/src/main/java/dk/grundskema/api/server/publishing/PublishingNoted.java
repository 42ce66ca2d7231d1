package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Audit;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.Plans;
import dk.grundskema.domain.people.StaffId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes in the audit who lets people without an account see what of a plan. Of a link it notes whose calendar it is to, and never the token. */
@Component
final class PublishingNoted implements HearsOfPublications {
    private final Audit audit;
    private final Plans plans;
    private final TransactionTemplate transaction;

    PublishingNoted(Audit audit, Plans plans, TransactionTemplate transaction) {
        this.audit = audit;
        this.plans = plans;
        this.transaction = transaction;
    }

    @Override
    public void published(Publication published, boolean isTold) {
        OrganisationId organisation = plans.get(published.plan()).organisation();
        audit.changed(published.author(), organisation, published.plan(), "audit.published");
    }

    /** Somebody has the links of all staff before the eyes, on a sheet. */
    void sheet(AccountId account, Plan plan) {
        audit.seen(account, plan.organisation(), plan.id(), "audit.codes-printed");
    }

    /** A link has another address; one that was revoked answers again. */
    Link renewed(AccountId account, Supplier<Link> change) {
        return noted(account, "audit.link-renewed", change);
    }

    /** A link answers nobody any more. */
    Link revoked(AccountId account, Supplier<Link> change) {
        return noted(account, "audit.link-revoked", change);
    }

    /** A calendar speaks another language. */
    Link spoken(AccountId account, Supplier<Link> change) {
        return noted(account, "audit.link-language", change);
    }

    /** There is a link that wasn't. */
    Link made(AccountId account, Supplier<Link> change) {
        return noted(account, "audit.link-made", change);
    }

    /** Neither is ever there without the other. */
    private Link noted(AccountId account, String action, Supplier<Link> change) {
        return transaction.execute(status -> {
            Link link = change.get();
            PlanId plan = link.plan();
            if (plan == null) {
                audit.changed(account, link.organisation(), action);
            } else if (link.kind().isOfPerson()) {
                audit.changed(account, link.organisation(), plan, action, List.of(new StaffId(link.ownerId())));
            } else {
                audit.changed(account, link.organisation(), plan, action);
            }
            return link;
        });
    }
}
