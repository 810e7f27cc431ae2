package org.placewell.workflow;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.placewell.shared.Problem;
import org.placewell.workflow.form.Form;
import org.placewell.workflow.form.FormReader;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Finds forms and the words of models. A task's form, name and help come from the task's own deployment, so that a running task
 * keeps them when a newer model is deployed; a command's form comes from the class path.
 */
@Component
public class FormShelf {

    private final FormService forms;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final ObjectProvider<CommandHandler> handlers;
    private final Map<String, Form> commandForms = new ConcurrentHashMap<>();
    private final Map<String, Form> taskForms = new ConcurrentHashMap<>();
    private final Map<String, Map<String, TaskWords>> words = new ConcurrentHashMap<>();
    private volatile Map<String, CommandHandler> commands;

    FormShelf(FormService forms, RepositoryService repository, TaskService tasks, ObjectProvider<CommandHandler> handlers) {
        this.forms = forms;
        this.repository = repository;
        this.tasks = tasks;
        this.handlers = handlers;
    }

    /** The form of an open task. */
    public Form ofTask(String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new Problem.Stale("This task has just been done or withdrawn");
        }
        return taskForms.computeIfAbsent(task.getProcessDefinitionId() + " " + task.getTaskDefinitionKey(), key -> {
            try (var file = forms.getDeployedTaskForm(taskId)) {
                return FormReader.read(file);
            } catch (IOException e) {
                throw new IllegalStateException("the form of " + key + " is not readable", e);
            }
        });
    }

    /** The form that the newest version of a model asks at a task; empty when that version has no such form. */
    public Optional<Form> newest(String processKey, String taskKey) {
        var model = repository.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion().singleResult();
        if (model == null) {
            return Optional.empty();
        }
        return repository.getDeploymentResources(model.getDeploymentId()).stream()
                .filter(file -> file.getName().matches("(.*/)?" + taskKey + "\\.form")).findFirst().map(file -> {
                    try (var text = repository.getResourceAsStreamById(model.getDeploymentId(), file.getId())) {
                        return FormReader.read(text);
                    } catch (IOException e) {
                        throw new IllegalStateException("the form " + file.getName() + " is not readable", e);
                    }
                });
    }

    /** The form of a command. */
    public Form ofCommand(String form) {
        return commandForms.computeIfAbsent(form, id -> {
            try (var file = new ClassPathResource("forms/" + id + ".form").getInputStream()) {
                return FormReader.read(file);
            } catch (IOException e) {
                throw new IllegalStateException("no form for the command " + id, e);
            }
        });
    }

    /** The handler of a command; the form's id comes from the page's address. */
    public Optional<CommandHandler> command(String form) {
        return Optional.ofNullable(commands().get(form));
    }

    /** The forms of all commands, for the tests that compare them with the role matrix. */
    public List<String> commandIds() {
        return commands().keySet().stream().sorted().toList();
    }

    /** The name and help of a task in its own version of the model. */
    public TaskWords wordsOf(String taskId, String taskKey, String processKey) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        return task == null ? words(processKey, taskKey) : words(task.getProcessDefinitionId()).getOrDefault(taskKey, TaskWords.unknown(taskKey));
    }

    /** The name and help of a task in the newest version of its model. */
    public TaskWords words(String processKey, String taskKey) {
        var newest = repository.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion().singleResult();
        return newest == null ? TaskWords.unknown(taskKey) : words(newest.getId()).getOrDefault(taskKey, TaskWords.unknown(taskKey));
    }

    private Map<String, TaskWords> words(String definition) {
        return words.computeIfAbsent(definition, id -> repository.getBpmnModelInstance(id).getModelElementsByType(UserTask.class).stream()
                .collect(Collectors.toMap(UserTask::getId, FormShelf::words)));
    }

    private static TaskWords words(UserTask task) {
        var help = task.getDocumentations().stream().map(words -> words.getTextContent().strip().replaceAll("\\s+", " ")).toList();
        return new TaskWords(task.getName() == null ? task.getId() : task.getName(), help);
    }

    private Map<String, CommandHandler> commands() {
        if (commands == null) {
            commands = handlers.stream().collect(Collectors.toMap(CommandHandler::form, Function.identity()));
        }
        return commands;
    }

    /**
     * A task's words from its model.
     *
     * @param name verb and object, as the person would say it
     * @param help what is asked and why it matters
     */
    public record TaskWords(String name, List<String> help) {
        static TaskWords unknown(String key) {
            return new TaskWords(key, List.of());
        }
    }
}
