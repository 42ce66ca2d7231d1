package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.PermissionInterceptor;
import dk.grundskema.api.platform.access.PresentedCredential;
import dk.grundskema.api.platform.account.GrantRepository;
import dk.grundskema.api.platform.http.RefusalException;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Checks the permission of callers whose connection stays open after the request was accepted. */
@Component
public final class AccessRevalidator {
    private final CredentialRepository credentials;
    private final GrantRepository grants;

    AccessRevalidator(CredentialRepository credentials, GrantRepository grants) {
        this.credentials = credentials;
        this.grants = grants;
    }

    /**
     * Returns a check to call repeatedly: whether the caller's credential is still valid and still has the permission in the organisation. The check
     * does not count as use of the credential.
     */
    public BooleanSupplier permissionCheck(Permission permission, OrganisationId organisation) {
        String id = PermissionInterceptor.currentCaller(PresentedCredential.class)
                .orElseThrow(() -> RefusalException.of(HttpStatus.UNAUTHORIZED, "rest.sign-in"))
                .credential()
                .id();
        return () -> credentials
                .findValid(id)
                .filter(one ->
                        grants.resolveCaller(one).permissionsIn(organisation).contains(permission))
                .isPresent();
    }
}
