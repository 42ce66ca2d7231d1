package dk.grundskema.api.platform.signin;

import dk.grundskema.domain.finding.RecordValidator;

/**
 * The first administrator of a fresh installation.
 *
 * @param code             the code on the console
 * @param name             first and last name
 * @param signInName       what is typed to sign in, mostly an address
 * @param password         the password, 10 to 200 characters, not easy to guess
 * @param organisationName what people call the organisation
 */
public record NewFirstAdministrator(
        String code, String name, String signInName, String password, String organisationName) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a name is invalid */
    public NewFirstAdministrator {
        new RecordValidator()
                .name("name", name)
                .name("signInName", signInName)
                .name("organisationName", organisationName)
                .throwIfInvalid();
    }

    /** Omits all values. */
    @Override
    public String toString() {
        return "a first administrator";
    }
}
