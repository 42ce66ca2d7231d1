package dk.grundskema.solver.spi;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Version of the plugin contract: the packages {@code dk.grundskema.domain}, {@code dk.grundskema.solver.spi} and its toolkit. The minor number rises
 * when something is added, the major number when something that plugins use is removed or changed. Before 1.0 a minor version may also change things;
 * which of them a jar uses is then found in its byte code.
 *
 * @param major 0 or more
 * @param minor 0 or more
 */
public record ContractVersion(int major, int minor) implements Comparable<ContractVersion> {
    /** The version of this contract. */
    public static final ContractVersion CURRENT = new ContractVersion(0, 13);

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    /** @throws IllegalArgumentException if a number is negative */
    public ContractVersion {
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException(
                    "The contract version is (%d.%d).\nMaybe a number is negative?".formatted(major, minor));
        }
    }

    /**
     * Returns the version that a text such as {@code 0.9} states.
     *
     * @throws IllegalArgumentException if the text is not two numbers with a dot between
     */
    public static ContractVersion parse(String text) {
        var found = FORM.matcher(text);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "The contract version is (%s); two numbers with a dot between were expected.\nMaybe it has a third number?"
                            .formatted(text));
        }
        return new ContractVersion(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    }

    /** Returns whether a plugin that was built for another version can run with this one: the major numbers are equal, and the other minor number is not higher. */
    public boolean accepts(ContractVersion builtFor) {
        return builtFor.major == major && builtFor.minor <= minor;
    }

    @Override
    public int compareTo(ContractVersion other) {
        return Comparator.comparingInt(ContractVersion::major)
                .thenComparingInt(ContractVersion::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
