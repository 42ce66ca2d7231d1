package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.identity.IdentityViews.CodeView;
import dk.grundskema.api.server.identity.IdentityViews.TokenPage;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.ToldOnce;
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

/** What an organisation's accounts are known by, as administrators give and take it over REST. */
@RestController
@RequestMapping("/api/v1/organisations/{organisation}/accounts/{account}")
@Tag(name = "Accounts")
final class AccountCredentialController {
    private final Administration administration;
    private final Credentials credentials;
    private final InstantSource clock;

    AccountCredentialController(Administration administration, Credentials credentials, InstantSource clock) {
        this.administration = administration;
        this.credentials = credentials;
        this.clock = clock;
    }

    @PostMapping("/password-code")
    @ToldOnce
    @Needs(Permission.ADMINISTER)
    @Operation(
            operationId = "createPasswordCode",
            summary =
                    "Make a code with which the account's owner chooses a new password, once, within a week; it ends if the account gains a right.")
    CodeView createCode(@PathVariable OrganisationId organisation, @PathVariable AccountId account, Caller caller) {
        String code = administration.newCode(organisation, account, caller);
        return new CodeView(code, clock.instant().plus(Administration.CODE_LASTS));
    }

    @GetMapping("/tokens")
    @Needs(Permission.ADMINISTER)
    @Operation(operationId = "listAccountTokens", summary = "An account's tokens that can still be used.")
    TokenPage tokens(@PathVariable OrganisationId organisation, @PathVariable AccountId account) {
        return TokenPage.of(
                credentials.tokens(administration.seen(organisation, account).id()));
    }

    @DeleteMapping("/tokens/{token}")
    @Needs(Permission.ADMINISTER)
    @Operation(
            operationId = "revokeAccountToken",
            summary = "Take back a token of an account that the organisation keeps.")
    ResponseEntity<Void> revokeToken(
            @PathVariable OrganisationId organisation, @PathVariable AccountId account, @PathVariable String token) {
        Account found = administration.seen(organisation, account);
        if (!organisation.equals(found.organisation())) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "account.above-you");
        }
        if (!credentials.revokeToken(found.id(), token)) {
            throw Refusal.notFound();
        }
        return ResponseEntity.noContent().build();
    }
}
