package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.http.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sign-in with OpenID Connect.
 *
 * @param issuer         OpenID Connect issuer; empty means that users sign in with passwords only
 * @param clientId       client id at the issuer
 * @param clientSecret   client secret at the issuer
 * @param scopes         scopes requested from the issuer, separated by spaces
 * @param answerSeconds  seconds within which the issuer must answer during a sign-in
 * @param createAccounts when a sign-in creates an account for a person without one: never, only if the person gets a role, or always
 * @param organisation   organisation whose administrators manage such accounts; empty means the top organisation
 * @param matchAddress   which existing accounts are matched by the mail address that the issuer has verified
 * @param claim          claim that determines roles
 * @param roles          roles by values of that claim
 * @param staffClaim     claim that names the staff member of plans that the user is
 */
@ConfigurationProperties("grundskema.oidc")
public record OidcSettings(
        @DefaultValue("") @Pattern(regexp = "|(https://|http://).+", message = "setting.form.start")
        String issuer,

        @DefaultValue("") String clientId,
        @DefaultValue("") Secret clientSecret,
        @DefaultValue("openid email") String scopes,
        @DefaultValue("10") @Min(1) @Max(60) int answerSeconds,

        @DefaultValue("false") @Pattern(regexp = "(false|mapped|true)", message = "setting.form.choice")
        String createAccounts,

        @DefaultValue("") String organisation,

        @DefaultValue("without-password")
        @Pattern(regexp = "(never|without-password|always)", message = "setting.form.choice")
        String matchAddress,

        @DefaultValue("") String claim,
        @DefaultValue("") OidcClaimRoleMapping roles,
        @DefaultValue("") String staffClaim) {}
