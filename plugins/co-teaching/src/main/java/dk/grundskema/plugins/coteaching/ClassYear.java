package dk.grundskema.plugins.coteaching;

/** Derives the year of a class from its name. */
final class ClassYear {
    /** Year of a class whose name does not begin with a number. */
    static final int NONE = -1;

    private ClassYear() {}

    /** Returns the number at the start of the name: 4 for "4B", 10 for "10. A"; {@link #NONE} if there is none. */
    static int of(String name) {
        String plain = name.strip();
        int digits = 0;
        while (digits < plain.length() && digits < 2 && Character.isDigit(plain.charAt(digits))) {
            digits++;
        }
        return digits == 0 ? NONE : Integer.parseInt(plain.substring(0, digits));
    }
}
