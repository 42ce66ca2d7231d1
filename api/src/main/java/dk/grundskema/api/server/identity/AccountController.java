package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.IdentityViews.AccountPage;
import dk.grundskema.api.server.identity.IdentityViews.AccountView;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.platform.ToldOnce;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.finding.Default;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An organisation's accounts over REST. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/accounts")
@Tag(name = "Accounts")
final class AccountController {
    private final Administration administration;
    private final Accounts accounts;
    private final Grants grants;

    AccountController(Administration administration, Accounts accounts, Grants grants) {
        this.administration = administration;
        this.accounts = accounts;
        this.grants = grants;
    }

    /**
     * An account to be made.
     *
     * @param name       first and last name
     * @param signInName what is typed to sign in, mostly an address
     * @param password   its first password, 10 to 200 characters, not easy to guess; {@code null} means that the answer has a code to choose one with
     * @param roles      what it is in the organisation; empty means nothing yet
     */
    record NewAccount(
            String name, String signInName, @Nullable String password, List<RoleOf> roles) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a name can't be one */
        NewAccount {
            roles = List.copyOf(roles);
            new Checks().name("name", name).name("signInName", signInName).done();
        }

        /** Says nothing. */
        @Override
        public String toString() {
            return "an account";
        }
    }

    @PostMapping
    @ToldOnce
    @Needs(Permission.ADMINISTER)
    @Operation(operationId = "createAccount", summary = "Make an account that the organisation keeps.")
    ResponseEntity<AccountView> create(
            @PathVariable OrganisationId organisation, @RequestBody NewAccount asked, Caller caller) {
        Administration.Made made = administration.create(
                organisation, asked.name(), asked.signInName(), asked.password(), asked.roles(), caller);
        Account account = made.account();
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + organisation + "/accounts/" + account.id()))
                .eTag(Precondition.tag(account.version()))
                .body(view(organisation, account, made.code()));
    }

    /** @param waiting whether only those that wait for a role are asked for */
    @GetMapping
    @Needs(Permission.ADMINISTER)
    @Operation(
            operationId = "listAccounts",
            summary =
                    "Accounts that the organisation keeps or that are something in it; on request only those that wait for a role.")
    AccountPage list(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable AccountId after) {
        var page = Page.of(accounts.of(organisation, waiting, after, Page.LOOKED_FOR));
        Map<AccountId, List<RoleOf>> roles = grants.roles(organisation, page.items());
        return new AccountPage(
                page.shown(one -> view(one, roles.getOrDefault(one.id(), List.of()), "")),
                page.next(one -> one.id().value()));
    }

    @GetMapping("/{account}")
    @Needs(Permission.ADMINISTER)
    @Operation(operationId = "getAccount", summary = "An account.")
    ResponseEntity<AccountView> get(@PathVariable OrganisationId organisation, @PathVariable AccountId account) {
        return answer(organisation, administration.seen(organisation, account));
    }

    /**
     * What an account is to be.
     *
     * @param name       first and last name
     * @param signInName what is typed to sign in
     * @param active     whether it can be used
     */
    record ChangedAccount(
            String name, String signInName, @Default("true") boolean active) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a name can't be one */
        ChangedAccount {
            new Checks().name("name", name).name("signInName", signInName).done();
        }

        /** Says nothing. */
        @Override
        public String toString() {
            return "an account";
        }
    }

    @PutMapping("/{account}")
    @Needs(Permission.ADMINISTER)
    @Operation(operationId = "changeAccount", summary = "Change what an account is called and whether it can be used.")
    ResponseEntity<AccountView> change(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangedAccount asked,
            Caller caller) {
        return answer(
                organisation,
                administration.change(
                        organisation,
                        account,
                        Precondition.version(ifMatch),
                        asked.name(),
                        asked.signInName(),
                        asked.active(),
                        caller));
    }

    @DeleteMapping("/{account}")
    @Needs(Permission.ADMINISTER)
    @Operation(
            operationId = "removeAccount",
            summary = "Take an account away for good: its sessions and tokens end, and its name is forgotten.")
    ResponseEntity<Void> remove(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        administration.remove(organisation, account, Precondition.version(ifMatch), caller);
        return ResponseEntity.noContent().build();
    }

    /**
     * What an account is to be in the organisation.
     *
     * @param roles all its roles there; empty means that it is nothing there any more
     */
    record ChangedRoles(List<RoleOf> roles) {
        /** Copies the list. */
        ChangedRoles {
            roles = List.copyOf(roles);
        }
    }

    @PutMapping("/{account}/roles")
    @Needs(Permission.ADMINISTER)
    @Operation(operationId = "changeAccountRoles", summary = "Say what an account is in the organisation.")
    ResponseEntity<AccountView> changeRoles(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangedRoles asked,
            Caller caller) {
        return answer(
                organisation,
                administration.setRoles(organisation, account, Precondition.version(ifMatch), asked.roles(), caller));
    }

    private ResponseEntity<AccountView> answer(OrganisationId organisation, Account account) {
        return Precondition.tagged(account.version(), view(organisation, account, ""));
    }

    private AccountView view(OrganisationId organisation, Account account, String code) {
        var roles = grants.roles(organisation, List.of(account));
        return view(account, roles.getOrDefault(account.id(), List.of()), code);
    }

    private static AccountView view(Account account, List<RoleOf> roles, String code) {
        return new AccountView(
                account.id(),
                account.organisation(),
                account.name(),
                account.signInName(),
                account.active(),
                account.hasPassword(),
                account.signedIn(),
                roles,
                account.version(),
                code.isEmpty() ? null : code);
    }
}
