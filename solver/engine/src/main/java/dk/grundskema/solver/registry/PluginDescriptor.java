package dk.grundskema.solver.registry;

import dk.grundskema.solver.registry.bytecode.PluginPermission;
import dk.grundskema.solver.spi.ContractVersion;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a jar says about its plugin, in the file {@value #FILE}.
 *
 * @param id          id of its intervention type
 * @param version     version of the plugin
 * @param contract    version of the contract that it was built for
 * @param licence     its licence, such as an SPDX identifier
 * @param permissions permissions that it requests
 */
public record PluginDescriptor(
        String id, String version, ContractVersion contract, String licence, Set<PluginPermission> permissions) {
    /** Entry of the jar. */
    public static final String FILE = "META-INF/grundskema-plugin.properties";

    private static final List<String> REQUIRED = List.of("id", "version", "contract", "licence");
    private static final String PERMISSIONS = "permissions";

    /** Copies the set. */
    public PluginDescriptor {
        permissions = permissions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(permissions));
    }

    /**
     * Returns the descriptor that a file states.
     *
     * @param refuse receives everything that is wrong with the file, in English for its author
     * @return {@code null} if anything is wrong
     */
    static @Nullable PluginDescriptor parse(Properties file, Consumer<String> refuse) {
        boolean[] isRefused = {false};
        Consumer<String> complain = reason -> {
            isRefused[0] = true;
            refuse.accept("Its descriptor (%s) %s".formatted(FILE, reason));
        };
        for (String key : REQUIRED) {
            if (file.getProperty(key, "").isBlank()) {
                complain.accept("lacks (%s).".formatted(key));
            }
            if (file.getProperty(key, "").chars().anyMatch(Character::isISOControl)) {
                complain.accept("has a control character in (%s).".formatted(key));
            }
        }
        for (String key : new TreeSet<>(file.stringPropertyNames())) {
            if (!REQUIRED.contains(key) && !key.equals(PERMISSIONS)) {
                complain.accept("has the unknown entry (%s). Known are: %s, %s."
                        .formatted(key, String.join(", ", REQUIRED), PERMISSIONS));
            }
        }
        ContractVersion contract = contract(file.getProperty("contract", "").strip(), complain);
        Set<PluginPermission> permissions = permissions(file.getProperty(PERMISSIONS, ""), complain);
        return isRefused[0] || contract == null
                ? null
                : new PluginDescriptor(
                        file.getProperty("id").strip(),
                        file.getProperty("version").strip(),
                        contract,
                        file.getProperty("licence").strip(),
                        permissions);
    }

    private static @Nullable ContractVersion contract(String text, Consumer<String> complain) {
        if (text.isEmpty()) {
            return null; // is named as missing
        }
        try {
            return ContractVersion.parse(text);
        } catch (IllegalArgumentException e) {
            complain.accept("has the contract (%s); two numbers with a dot between were expected, such as %s."
                    .formatted(text, ContractVersion.CURRENT));
            return null;
        }
    }

    private static Set<PluginPermission> permissions(String text, Consumer<String> complain) {
        var permissions = EnumSet.noneOf(PluginPermission.class);
        for (String word : text.split(",", -1)) {
            if (!word.isBlank()) {
                PluginPermission.ofWord(word.strip())
                        .ifPresentOrElse(
                                permissions::add,
                                () -> complain.accept("requests the unknown permission (%s). Known are: %s."
                                        .formatted(word.strip(), words(EnumSet.allOf(PluginPermission.class)))));
            }
        }
        return permissions;
    }

    /** Returns the permissions as they are written in files; empty if there are none. */
    static String words(Set<PluginPermission> permissions) {
        return permissions.stream().sorted().map(PluginPermission::word).collect(Collectors.joining(", "));
    }
}
