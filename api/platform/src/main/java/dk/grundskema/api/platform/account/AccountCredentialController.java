package dk.grundskema.api.platform.account;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.account.IdentityViews.PasswordCodeView;
import dk.grundskema.api.platform.account.IdentityViews.TokenPage;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.traffic.NotReplayed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST operations with which administrators issue and revoke the credentials of an organisation's accounts. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/accounts/{account}")
@Tag(name = "Accounts")
final class AccountCredentialController {
    private final AccountAdministration administration;
    private final CredentialRepository credentials;
    private final InstantSource clock;

    AccountCredentialController(
            AccountAdministration administration, CredentialRepository credentials, InstantSource clock) {
        this.administration = administration;
        this.credentials = credentials;
        this.clock = clock;
    }

    @PostMapping("/password-code")
    @NotReplayed
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(
            operationId = "createPasswordCode",
            summary =
                    "Make a code with which the account's owner chooses a new password, once, within a week; it ends if the account gains a right.")
    PasswordCodeView createCode(
            @PathVariable OrganisationId organisation, @PathVariable AccountId account, Caller caller) {
        String code = administration.createPasswordCode(organisation, account, caller);
        return new PasswordCodeView(code, clock.instant().plus(AccountAdministration.CODE_LIFETIME));
    }

    @GetMapping("/tokens")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(operationId = "listAccountTokens", summary = "An account's tokens that can still be used.")
    TokenPage tokens(@PathVariable OrganisationId organisation, @PathVariable AccountId account) {
        return TokenPage.of(credentials.findTokens(
                administration.getVisible(organisation, account).id()));
    }

    @DeleteMapping("/tokens/{token}")
    @RequiresPermission(Permission.ADMINISTER)
    @Operation(
            operationId = "revokeAccountToken",
            summary = "Take back a token of an account that the organisation keeps.")
    ResponseEntity<Void> revokeToken(
            @PathVariable OrganisationId organisation, @PathVariable AccountId account, @PathVariable String token) {
        Account found = administration.getVisible(organisation, account);
        if (!organisation.equals(found.organisation())) {
            throw RefusalException.of(HttpStatus.FORBIDDEN, "account.above-you");
        }
        if (!credentials.revokeToken(found.id(), token)) {
            throw RefusalException.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
