package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.Refusal;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** For whoever stays connected after the request was let through: whether the caller still may. */
@Component
public final class Lasting {
    private final Credentials credentials;
    private final Grants grants;

    Lasting(Credentials credentials, Grants grants) {
        this.credentials = credentials;
        this.grants = grants;
    }

    /**
     * Asks anew, each time it is asked: whether what the present caller showed is still good, and allows that in the organisation. Asking doesn't count as
     * using it.
     */
    public BooleanSupplier may(Permission needed, OrganisationId organisation) {
        String id = AccessCheck.current(Presented.class)
                .orElseThrow(() -> Refusal.of(HttpStatus.UNAUTHORIZED, "rest.sign-in"))
                .credential()
                .id();
        return () -> credentials
                .stillGood(id)
                .filter(one -> grants.caller(one).permissions(organisation).contains(needed))
                .isPresent();
    }
}
