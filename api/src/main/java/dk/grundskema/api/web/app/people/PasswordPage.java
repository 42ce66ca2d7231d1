package dk.grundskema.api.web.app.people;

/**
 * The page on which somebody chooses a password by a code.
 *
 * @param code            the code that was typed
 * @param codeTrouble     what is wrong with it; empty if nothing is
 * @param passwordTrouble what is wrong with the password that was typed
 * @param isDone          whether it was chosen
 * @param csrf            what the form repeats
 */
public record PasswordPage(String code, String codeTrouble, String passwordTrouble, boolean isDone, String csrf) {
    /** Without the code. */
    @Override
    public String toString() {
        return "a password";
    }
}
