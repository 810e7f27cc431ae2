package org.placewell.workflow;

import java.util.AbstractMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The closed map of beans that expressions in models reach: the delegates and the {@link InModel} beans, nothing else.
 * Beans are fetched when first named, because they in turn need the engine.
 */
final class ClosedBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory factory;
    private final Set<String> names = new TreeSet<>();

    ClosedBeans(ListableBeanFactory factory) {
        this.factory = factory;
        names.addAll(Set.of(factory.getBeanNamesForType(JavaDelegate.class, true, false)));
        names.addAll(Set.of(factory.getBeanNamesForAnnotation(InModel.class)));
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String name && names.contains(name);
    }

    @Override
    public Object get(Object key) {
        return containsKey(key) ? factory.getBean((String) key) : null;
    }

    @Override
    public Set<Object> keySet() {
        return Set.copyOf(names);
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return names.stream().map(name -> (Entry<Object, Object>) new SimpleEntry<Object, Object>(name, factory.getBean(name)))
                .collect(Collectors.toSet());
    }
}
