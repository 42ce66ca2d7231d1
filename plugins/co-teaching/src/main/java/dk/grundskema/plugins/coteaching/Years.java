package dk.grundskema.plugins.coteaching;

/** The year of a class by its name. */
final class Years {
    /** Of a class whose name begins with no number. */
    static final int NONE = -1;

    private Years() {}

    /** The number that a name begins with: 4 of "4B", 10 of "10. A". */
    static int of(String name) {
        String plain = name.strip();
        int digits = 0;
        while (digits < plain.length() && digits < 2 && Character.isDigit(plain.charAt(digits))) {
            digits++;
        }
        return digits == 0 ? NONE : Integer.parseInt(plain.substring(0, digits));
    }
}
