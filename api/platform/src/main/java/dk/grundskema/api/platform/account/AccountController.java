package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.IdentityViews.AccountPage;
import dk.grundskema.api.platform.account.IdentityViews.AccountView;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.platform.traffic.NotReplayed;
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

/** REST operations on an organisation's accounts. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/accounts")
@Tag(name = "Accounts")
final class AccountController {
    private final AccountAdministration administration;
    private final AccountRepository accounts;
    private final GrantRepository grants;

    AccountController(AccountAdministration administration, AccountRepository accounts, GrantRepository grants) {
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
            String name, String signInName, @Nullable String password, List<RoleAssignment> roles) {
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a name is invalid */
        NewAccount {
            roles = List.copyOf(roles);
            AccountAdministration.validateNames(name, signInName).throwIfInvalid();
        }

        /** Omits all values. */
        @Override
        public String toString() {
            return "an account";
        }
    }

    @PostMapping
    @NotReplayed
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "createAccount", summary = "Make an account that the organisation keeps.")
    ResponseEntity<AccountView> create(
            @PathVariable OrganisationId organisation, @RequestBody NewAccount asked, Caller caller) {
        AccountAdministration.CreatedAccount made = administration.create(
                organisation, asked.name(), asked.signInName(), asked.password(), asked.roles(), caller);
        Account account = made.account();
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + organisation + "/accounts/" + account.id()))
                .eTag(VersionTag.tag(account.version()))
                .body(view(organisation, account, made.code()));
    }

    /** @param waiting whether only those that wait for a role are asked for */
    @GetMapping
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(
            operationId = "listAccounts",
            summary =
                    "Accounts that the organisation keeps or that are something in it; on request only those that wait for a role.")
    AccountPage list(
            @PathVariable OrganisationId organisation,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable AccountId after) {
        var page = ResultPage.of(accounts.findByOrganisation(organisation, waiting, after, ResultPage.QUERY_LIMIT));
        Map<AccountId, List<RoleAssignment>> roles = grants.findRolesIn(organisation, page.items());
        return new AccountPage(
                page.map(one -> view(one, roles.getOrDefault(one.id(), List.of()), "")),
                page.nextKey(one -> one.id().value()));
    }

    @GetMapping("/{account}")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "getAccount", summary = "An account.")
    ResponseEntity<AccountView> get(@PathVariable OrganisationId organisation, @PathVariable AccountId account) {
        return answer(organisation, administration.getVisible(organisation, account));
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
        /** @throws dk.grundskema.domain.finding.InvalidValueException if a name is invalid */
        ChangedAccount {
            AccountAdministration.validateNames(name, signInName).throwIfInvalid();
        }

        /** Omits all values. */
        @Override
        public String toString() {
            return "an account";
        }
    }

    @PutMapping("/{account}")
    @RequiresPermission(Permission.ADMINISTER)
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
                        VersionTag.parseIfMatch(ifMatch),
                        asked.name(),
                        asked.signInName(),
                        asked.active(),
                        caller));
    }

    @DeleteMapping("/{account}")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(
            operationId = "removeAccount",
            summary = "Take an account away for good: its sessions and tokens end, and its name is forgotten.")
    ResponseEntity<Void> remove(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        administration.remove(organisation, account, VersionTag.parseIfMatch(ifMatch), caller);
        return ResponseEntity.noContent().build();
    }

    /**
     * What an account is to be in the organisation.
     *
     * @param roles all its roles there; empty means that it is nothing there any more
     */
    record ChangedRoles(List<RoleAssignment> roles) {
        /** Copies the list. */
        ChangedRoles {
            roles = List.copyOf(roles);
        }
    }

    @PutMapping("/{account}/roles")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "changeAccountRoles", summary = "Say what an account is in the organisation.")
    ResponseEntity<AccountView> changeRoles(
            @PathVariable OrganisationId organisation,
            @PathVariable AccountId account,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangedRoles asked,
            Caller caller) {
        return answer(
                organisation,
                administration.setRoles(
                        organisation, account, VersionTag.parseIfMatch(ifMatch), asked.roles(), caller));
    }

    private ResponseEntity<AccountView> answer(OrganisationId organisation, Account account) {
        return VersionTag.okWithTag(account.version(), view(organisation, account, ""));
    }

    private AccountView view(OrganisationId organisation, Account account, String code) {
        var roles = grants.findRolesIn(organisation, List.of(account));
        return view(account, roles.getOrDefault(account.id(), List.of()), code);
    }

    private static AccountView view(Account account, List<RoleAssignment> roles, String code) {
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
