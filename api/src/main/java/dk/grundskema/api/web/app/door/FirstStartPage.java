package dk.grundskema.api.web.app.door;

/**
 * The page on which the first administrator of an installation comes.
 *
 * @param code             the code that was typed, which stands on the console of whoever started the service
 * @param name             the name that was typed
 * @param signInName       the name to sign in with that was typed
 * @param organisationName what was typed as the organisation's name
 * @param trouble          why it didn't work, in the reader's language; empty if nothing was tried
 * @param csrf             what the form repeats
 */
public record FirstStartPage(
        String code, String name, String signInName, String organisationName, String trouble, String csrf) {
    /** Nothing of what was typed. */
    @Override
    public String toString() {
        return "a first start";
    }
}
