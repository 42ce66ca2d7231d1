package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.Account;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.account.IdentityViews.MeView;
import dk.grundskema.api.platform.account.IdentityViews.MyOrganisation;
import dk.grundskema.api.platform.account.OrganisationRepository;
import dk.grundskema.api.platform.account.OrganisationRepository.Organisation;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Creates REST views of callers: who they are and what they may do where. */
@Component
final class MeViewFactory {
    private final AccountRepository accounts;
    private final OrganisationRepository organisations;
    private final RequestTexts requestTexts;

    MeViewFactory(AccountRepository accounts, OrganisationRepository organisations, RequestTexts requestTexts) {
        this.accounts = accounts;
        this.organisations = organisations;
        this.requestTexts = requestTexts;
    }

    /**
     * Returns the view of the caller.
     *
     * @param csrf token that requests of the session must send; {@code null} if there is no session
     * @throws RefusalException 404 if the account was deleted
     */
    MeView view(Caller caller, @Nullable String csrf) {
        Account account = accounts.find(caller.account()).orElseThrow(RefusalException::notFound);
        List<MyOrganisation> mine = organisations.all().stream()
                .filter(one -> caller.belongsTo(one.id()))
                .map(one -> MyOrganisation.of(one, caller))
                .toList();
        return new MeView(
                account.id(),
                account.name(),
                account.signInName(),
                new TreeSet<>(caller.scopes()),
                mine,
                csrf,
                mine.isEmpty() ? missingRoleNotice(account) : null);
    }

    /** Returns the notice for an account without any role. */
    private String missingRoleNotice(Account account) {
        OrganisationId keeper = account.organisation();
        String name = keeper == null
                ? ""
                : organisations.find(keeper).map(Organisation::name).orElse("");
        return requestTexts.texts().text("account.waiting", name);
    }
}
