package dk.grundskema.api.platform.start;

import java.util.List;

/**
 * The features that a {@link Server} offers on top of the platform.
 *
 * @param configuration Spring configuration of the features
 * @param beans         objects that exist before the features
 */
public record Application(Class<?> configuration, List<Object> beans) {
    /** Copies the list. */
    public Application {
        beans = List.copyOf(beans);
    }
}
